//! Taking what goes with an event: an address, or a file.

use app::event::add_material;
use axum::extract::{Multipart, Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::event::{LARGEST_FILE, MaterialContent, MaterialRefusal, material_file, material_link};

use super::super::SignedIn;
use super::manage::{Refused, show};
use crate::Site;
use crate::address::EventAddress;
use crate::fault::Fault;
use crate::language::Reader;
use crate::texts::Texts;

/// The largest form: the largest file and what is around it, and somewhat more, so that a file that is too large is
/// told to be so on the page.
pub(super) const BODY_LIMIT: usize = 2 * LARGEST_FILE;

/// What the form brings.
#[derive(Default)]
struct Parts {
    name: String,
    link: String,
    /// A file's own name and content.
    file: Option<(String, Vec<u8>)>,
}

/// `POST /fi/koordinaattori/tapahtumat/{id}/aineisto`.
pub(super) async fn add(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
    Path(id): Path<String>,
    form: Multipart,
) -> Result<Response, Fault> {
    let parts = Parts::read(form).await?;
    let material = (parts.name.clone(), parts.link.clone());
    let taken = match parts.content() {
        Ok((name, content, bytes)) => {
            add_material(&site.app, &coordinator, site.county(), &id, name, content, bytes).await?
        }
        Err(refusal) => Err(refusal),
    };
    match taken {
        Ok(()) => {
            let page = EventAddress::StaffOne(id).path(language);
            Ok(Redirect::to(&format!("{page}#materials")).into_response())
        }
        Err(refusal) => {
            let errors = vec![told(refusal, Texts(language))];
            let refused = Refused { errors, material, ..Refused::default() };
            show(&site, language, &coordinator, &id, refused).await
        }
    }
}

impl Parts {
    async fn read(mut form: Multipart) -> Result<Self, Fault> {
        let unread = |_| Fault::BadRequest("the form cannot be read, or the file is too large");
        let mut parts = Self::default();
        while let Some(field) = form.next_field().await.map_err(unread)? {
            match field.name() {
                Some("material-name") => parts.name = field.text().await.map_err(unread)?,
                Some("material-link") => parts.link = field.text().await.map_err(unread)?,
                Some("file") => {
                    let name = field.file_name().unwrap_or_default().to_owned();
                    let bytes = field.bytes().await.map_err(unread)?;
                    // A browser sends an empty one where none was chosen.
                    parts.file = (!name.is_empty()).then(|| (name, bytes.to_vec()));
                }
                _ => {}
            }
        }
        Ok(parts)
    }

    fn content(self) -> Result<(String, MaterialContent, Option<Vec<u8>>), MaterialRefusal> {
        match (self.file, self.link.trim()) {
            (Some((file, bytes)), "") => {
                let (name, kind) = material_file(&self.name, &file, bytes.len())?;
                Ok((name, MaterialContent::File(kind), Some(bytes)))
            }
            (None, link) if !link.is_empty() => {
                let (name, link) = material_link(&self.name, link)?;
                Ok((name, MaterialContent::Link(link), None))
            }
            _ => Err(MaterialRefusal::Nothing),
        }
    }
}

/// What is to be mended, at its field.
fn told(refusal: MaterialRefusal, t: Texts) -> (String, String) {
    let (field, text) = match refusal {
        MaterialRefusal::Nothing => ("material-link", t.get("material-nothing")),
        MaterialRefusal::NoName => ("material-name", t.get("material-no-name")),
        MaterialRefusal::LongName(most) => ("material-name", t.count("form-too-long", most)),
        MaterialRefusal::NoAddress => ("material-link", t.get("form-no-address")),
        MaterialRefusal::OtherKind => ("file", t.get("material-other-kind")),
        MaterialRefusal::TooLarge => ("file", t.get("material-too-large")),
        MaterialRefusal::TooMany => ("material-name", t.get("material-too-many")),
    };
    (field.to_owned(), text.into_owned())
}
