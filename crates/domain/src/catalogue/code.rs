//! Enumerations that come from outside: the known values by name, every other kept as it came.

/// Defines an enumeration whose values have a code on the wire and in our own documents, with
/// `Other` for a value that a source sends and that we do not know.
macro_rules! coded {
    ($(#[$attribute:meta])* $name:ident { $($(#[$variant_attribute:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$attribute])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$variant_attribute])* $variant,)+
            /// A value that we do not know, as the source wrote it.
            Other(String),
        }

        impl $name {
            /// The values that we know.
            pub const KNOWN: &'static [Self] = &[$(Self::$variant,)+];

            /// The value's code in our own documents.
            #[must_use]
            pub fn code(&self) -> &str {
                match self {
                    $(Self::$variant => $code,)+
                    Self::Other(code) => code,
                }
            }

            /// Reads one of our own codes; any other text becomes `Other`.
            #[must_use]
            pub fn from_code(code: &str) -> Self {
                match code {
                    $($code => Self::$variant,)+
                    other => Self::Other(other.to_owned()),
                }
            }

            /// Whether this is a value that we know.
            #[must_use]
            pub fn is_known(&self) -> bool {
                !matches!(self, Self::Other(_))
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.code())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let code = <::std::borrow::Cow<'de, str> as ::serde::Deserialize>::deserialize(deserializer)?;
                Ok(Self::from_code(&code))
            }
        }
    };
}
pub(crate) use coded;

coded! {
    /// What a service, a connection or a call costs (*maksullisuus*).
    Charge {
        /// Costs nothing.
        Free = "Free",
        /// Has a price.
        Charged = "Charged",
        /// Costs more than an ordinary call; only of phone numbers.
        ExtraCharge = "ExtraCharge",
    }
}

coded! {
    /// Who pays for a service's production (*rahoitustapa*).
    Funding {
        /// Public money.
        PubliclyFunded = "PubliclyFunded",
        /// The market.
        MarketFunded = "MarketFunded",
    }
}
