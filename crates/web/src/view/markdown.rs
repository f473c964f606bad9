//! PTV's Markdown as safe HTML.
//!
//! Paragraphs, lists, emphasis and links are shown. Headings become strong paragraphs, since the page
//! has its own; images, tables and raw HTML are shown as the text that they are. What comes out is
//! washed once more, so that even a fault here lets nothing through.

use std::collections::HashSet;
use std::sync::LazyLock;

use ammonia::Builder;
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html};

/// The longest text that is made into HTML, in bytes; the rest is cut.
const LIMIT: usize = 100 * 1024;
/// How deep lists and quotations may lie in each other.
const DEPTH: usize = 6;

static WASHER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut washer = Builder::empty();
    washer
        .tags(HashSet::from(["p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "a"]))
        .tag_attributes(std::collections::HashMap::from([("a", HashSet::from(["href"]))]))
        .allowed_classes(std::collections::HashMap::from([("p", HashSet::from(["heading"]))]))
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .url_relative(ammonia::UrlRelative::Deny)
        .link_rel(Some("external noopener"));
    washer
});

/// The text as HTML.
pub(crate) fn html(markdown: &str) -> String {
    let markdown = cut(markdown);
    let mut shape = Shape::default();
    let parser = Parser::new_ext(markdown, Options::empty());
    let mut made = String::with_capacity(markdown.len() + markdown.len() / 4);
    html::push_html(&mut made, parser.filter_map(|event| shape.keep(event)));
    WASHER.clean(&made).to_string()
}

/// The text without any marks: a line for each paragraph and each item of a list.
pub(crate) fn plain(markdown: &str) -> String {
    let mut made = String::with_capacity(markdown.len());
    for event in Parser::new_ext(cut(markdown), Options::empty()) {
        match event {
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) | Event::Code(text) => {
                made.push_str(&text);
            }
            Event::Start(Tag::Item) => made.push_str("\n• "),
            Event::SoftBreak
            | Event::HardBreak
            | Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) => made.push('\n'),
            _ => {}
        }
    }
    made
}

fn cut(text: &str) -> &str {
    let mut end = text.len().min(LIMIT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Keeps what we show, and counts how deep it lies.
#[derive(Default)]
struct Shape {
    depth: usize,
}

impl Shape {
    fn keep<'a>(&mut self, event: Event<'a>) -> Option<Event<'a>> {
        Some(match event {
            Event::Start(tag) => return self.start(tag),
            Event::End(tag) => return self.end(tag),
            // Raw HTML and code are text like any other.
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) | Event::Code(text) => {
                Event::Text(text)
            }
            // Version 11 writes lines one below the other and means it.
            Event::SoftBreak | Event::HardBreak => Event::HardBreak,
            _ => return None,
        })
    }

    fn start<'a>(&mut self, tag: Tag<'a>) -> Option<Event<'a>> {
        match tag {
            Tag::Heading { .. } => {
                Some(Event::Html(CowStr::Borrowed("<p class=\"heading\"><strong>")))
            }
            Tag::CodeBlock(_) | Tag::HtmlBlock => Some(Event::Start(Tag::Paragraph)),
            Tag::List(_) | Tag::Item | Tag::BlockQuote(_) => {
                self.depth += 1;
                (self.depth <= 2 * DEPTH).then_some(Event::Start(tag))
            }
            Tag::Paragraph | Tag::Emphasis | Tag::Strong | Tag::Link { .. } => {
                Some(Event::Start(tag))
            }
            _ => None,
        }
    }

    fn end<'a>(&mut self, tag: TagEnd) -> Option<Event<'a>> {
        match tag {
            TagEnd::Heading(_) => Some(Event::Html(CowStr::Borrowed("</strong></p>"))),
            TagEnd::CodeBlock | TagEnd::HtmlBlock => Some(Event::End(TagEnd::Paragraph)),
            TagEnd::List(_) | TagEnd::Item | TagEnd::BlockQuote(_) => {
                self.depth = self.depth.saturating_sub(1);
                (self.depth < 2 * DEPTH).then_some(Event::End(tag))
            }
            TagEnd::Paragraph | TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link => {
                Some(Event::End(tag))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_lists_emphasis_and_links_are_shown() {
        let shown = html("Hei **sinä**.\n\n* yksi\n* kaksi\n\n[Lue](https://example.org/)");
        assert_eq!(
            shown,
            "<p>Hei <strong>sinä</strong>.</p>\n<ul>\n<li>yksi</li>\n<li>kaksi</li>\n</ul>\n\
             <p><a href=\"https://example.org/\" rel=\"external noopener\">Lue</a></p>\n"
        );
    }

    #[test]
    fn lines_stay_lines_and_headings_do_not_disturb_the_pages_own() {
        assert_eq!(html("yksi\nkaksi"), "<p>yksi<br>\nkaksi</p>\n");
        assert_eq!(html("# Otsikko"), "<p class=\"heading\"><strong>Otsikko</strong></p>");
        assert_eq!(html("    sisennys"), "<p>sisennys</p>\n");
    }

    #[test]
    fn hostile_text_is_shown_as_text() {
        for (hostile, must_not) in [
            ("<script>alert(1)</script>", "<script"),
            ("a <img src=x onerror=alert(1)> b", "<img"),
            ("<svg onload=alert(1)>", "<svg"),
            ("</title><script>", "</title"),
            ("[x](javascript:alert(1))", "javascript:"),
            ("[x](data:text/html,hi)", "data:"),
            ("![](http://tracker.example/)", "<img"),
            ("<a href=\"javascript:alert(1)\">x</a>", "<a href"),
            ("<https://a.example/\" onclick=\"x>", "onclick=\"x\""),
        ] {
            let shown = html(hostile);
            assert!(!shown.contains(must_not), "{hostile} became {shown}");
        }
        assert!(html("<script>alert(1)</script>").contains("&lt;script&gt;"));
        assert!(html("{{7*7}} {% raw %}").contains("{{7*7}} {% raw %}"));
    }

    fn nested_list(depth: usize) -> String {
        let lines: Vec<String> =
            (0..depth).map(|depth| format!("{}* x\n", "  ".repeat(depth))).collect();
        lines.concat()
    }

    #[test]
    fn what_is_made_to_be_slow_is_not() {
        let started = std::time::Instant::now();
        for slow in [
            "*".repeat(100_000),
            "[".repeat(100_000),
            "> ".repeat(50_000),
            "`a".repeat(50_000),
            nested_list(1_000),
            "<b>".repeat(30_000),
            "|a|b|\n|-|-|\n|c|d|\n".repeat(5_000),
        ] {
            html(&slow);
        }
        assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
    }

    #[test]
    fn nesting_has_an_end() {
        assert!(html(&nested_list(200)).matches("<ul>").count() <= DEPTH);
    }
}
