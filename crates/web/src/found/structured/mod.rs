//! What search engines and other programs read of a page: schema.org's vocabulary as JSON-LD, in a block
//! of data within the page.

mod contact;
mod hours;
mod organisation;
mod service;

use serde_json::{Map, Value};

pub(crate) use organisation::organisation;
pub(crate) use service::service;

/// The data as it may stand within `<script type="application/ld+json">`: there is no `<` in it, so that
/// no text closes the element or opens a comment, and JSON means the same by the escape.
pub(crate) fn block(data: &Value) -> String {
    let mut written = String::new();
    for one in data.to_string().chars() {
        match one {
            '<' => written.push_str("\\u003c"),
            '>' => written.push_str("\\u003e"),
            '&' => written.push_str("\\u0026"),
            '\u{2028}' => written.push_str("\\u2028"),
            '\u{2029}' => written.push_str("\\u2029"),
            one => written.push(one),
        }
    }
    written
}

/// A thing of a type, to which only what is known is added.
#[derive(Debug, Clone, Default)]
struct Thing(Map<String, Value>);

impl Thing {
    fn of(kind: &str) -> Self {
        Self::default().with("@type", Some(kind.to_owned()))
    }

    /// With a property, where there is something to say.
    fn with(mut self, name: &str, value: Option<impl Into<Value>>) -> Self {
        if let Some(value) = value {
            self.0.insert(name.to_owned(), value.into());
        }
        self
    }

    /// With a property of as many values as there are.
    fn with_all(self, name: &str, values: impl IntoIterator<Item = impl Into<Value>>) -> Self {
        let mut values: Vec<Value> = values.into_iter().map(Into::into).collect();
        match values.len() {
            0 => self,
            1 => self.with(name, values.pop()),
            _ => self.with(name, Some(values)),
        }
    }

    /// Whether more than the type is said.
    fn says_something(&self) -> bool {
        self.0.len() > 1
    }

    /// As the whole of a page's data.
    fn whole(mut self) -> Value {
        self.0.insert("@context".to_owned(), Value::from("https://schema.org"));
        Value::Object(self.0)
    }
}

impl From<Thing> for Value {
    fn from(thing: Thing) -> Self {
        Self::Object(thing.0)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn no_text_ends_the_block_and_every_text_comes_back_as_it_was() {
        let hostile = json!({
            "name": "</script><script>alert(1)</script><!-- <script",
            "text": "]]> & \u{2028} \u{2029} \" \\ </ScRiPt >",
        });
        let block = block(&hostile);
        for harm in ['<', '>', '&', '\u{2028}', '\u{2029}'] {
            assert!(!block.contains(harm), "{block}");
        }
        assert_eq!(serde_json::from_str::<Value>(&block).unwrap(), hostile);
    }
}
