//! Hostile content (bad-inputs.md, class F) is shown as the text that it is.

use crate::town::{HOSTILE, HOSTILE_CHANNEL, RUN, Town};

#[tokio::test]
async fn hostile_texts_are_text_on_every_page_that_shows_them() {
    let town = Town::new().await;
    for path in [
        format!("/fi/palvelu/{HOSTILE}"),
        format!("/sv/tjanst/{HOSTILE}"),
        format!("/fi/kanava/{HOSTILE_CHANNEL}"),
        "/fi/haku?q=alert".to_owned(),
        "/fi/haku?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E".to_owned(),
        format!("/fi/yllapito/tuonnit/{RUN}?code=%3Cscript%3E"),
        format!("/fi/yllapito/tuonnit/{RUN}?code=name_missing"),
    ] {
        let page = town.get(&path).await.body;
        assert!(!page.is_empty(), "{path}");
        let body = page.split("<body").nth(1).unwrap_or_default();
        for harm in ["<script", "<img", "<iframe", "<b>", "<svg onload", "tracker.example/p.gif\""]
        {
            assert!(!body.contains(harm), "{path} has {harm}");
        }
        // Within a tag; as text such words are harmless.
        for tag in body.split('<').skip(1).filter_map(|tag| tag.split('>').next()) {
            let tag = tag.to_lowercase();
            for harm in ["javascript:", "data:", "onerror", "onload", "onclick"] {
                assert!(tag.contains("value=\"") || !tag.contains(harm), "{path} has <{tag}>");
            }
        }
    }
}

#[tokio::test]
async fn hostile_texts_stay_readable() {
    let town = Town::new().await;
    let page = town.get(&format!("/fi/palvelu/{HOSTILE}")).await.body;
    for shown in ["&lt;script&gt;alert('instructions')", "{{7*7}} ${7*7} {% raw %}", "=cmd|"] {
        let escaped = shown.replace('\'', "&#39;");
        assert!(page.contains(shown) || page.contains(&escaped), "{shown}");
    }
}
