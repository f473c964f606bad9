//! A visitor with a browser that keeps cookies, sends forms and follows where they lead.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};

use crate::town::{Answer, Town, password};

/// A visitor of a town's site.
pub struct Visitor<'a> {
    pub town: &'a Town,
    /// The host whose pages they are on.
    pub host: &'static str,
    /// The cookie, as it is sent.
    pub cookie: Option<String>,
}

impl<'a> Visitor<'a> {
    pub fn new(town: &'a Town) -> Self {
        Self::at(town, "tarjotin.example")
    }

    /// A visitor of the site that a host has.
    pub const fn at(town: &'a Town, host: &'static str) -> Self {
        Self { town, host, cookie: None }
    }

    /// The coordinator, signed in as Aino.
    pub async fn coordinator(town: &'a Town) -> Self {
        let mut visitor = Self::new(town);
        let fields = [("name", "Aino"), ("password", password())];
        let answer = visitor.send("/fi/kirjaudu", &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        visitor
    }

    /// A page, with the cookie sent and the answer's kept.
    pub async fn get(&mut self, path: &str) -> Answer {
        let path = path.split('#').next().unwrap_or_default();
        let mut request = Request::get(path).header(header::HOST, self.host);
        if let Some(cookie) = &self.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        let answer = self.town.ask(request.body(Body::empty()).unwrap()).await;
        self.keep(&answer);
        answer
    }

    /// A form sent from a page of ours.
    pub async fn send(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body: Vec<String> = fields
            .iter()
            .map(|(name, value)| format!("{name}={}", percent_encoded(value)))
            .collect();
        let mut request = Request::post(path)
            .header(header::HOST, self.host)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        if let Some(cookie) = &self.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        let answer = self.town.ask(request.body(Body::from(body.join("&"))).unwrap()).await;
        self.keep(&answer);
        answer
    }

    /// A button of the list, pressed on a page; where it leads.
    pub async fn press(&mut self, name: &str, value: &str, from: &str) -> String {
        let answer = self.send("/fi/oma-lista", &[("return", from), (name, value)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{name} {value}");
        location(&answer)
    }

    fn keep(&mut self, answer: &Answer) {
        for cookie in answer.headers.get_all(header::SET_COOKIE) {
            let cookie = cookie.to_str().unwrap();
            let pair = cookie.split(';').next().unwrap().to_owned();
            self.cookie = (!cookie.contains("Max-Age=0")).then_some(pair);
        }
    }
}

/// Where an answer leads.
pub fn location(answer: &Answer) -> String {
    answer.headers[header::LOCATION].to_str().unwrap().to_owned()
}

/// What comes after the first of two texts and before the second.
pub fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let rest = text.split_once(before).unwrap_or_else(|| panic!("{before} is not there: {text}")).1;
    rest.split_once(after).map_or(rest, |(found, _)| found)
}

/// The services of a list's page, in their order.
pub fn listed(page: &str) -> Vec<&str> {
    page.split("class=\"listed__item\" id=\"l-")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

fn percent_encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |encoded, byte| encoded + &format!("%{byte:02X}"))
}
