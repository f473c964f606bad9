//! A long text in two: what is read at once, and the rest, which folds.

use std::mem;

use super::text::Rich;

/// So much of a text is shown at once, in bytes of its HTML: about what fits on a telephone's screen below the next step.
const SHOWN: usize = 900;
/// A shorter rest is shown too: to open it would cost more than to read on.
const LEAST: usize = 400;

/// Parts texts that stand one after another: what is shown, and what folds, which is often nothing.
pub(crate) fn fold(texts: Vec<Rich>) -> (Vec<Rich>, Vec<Rich>) {
    let all: usize = texts.iter().map(|text| text.html.len()).sum();
    if all < SHOWN + LEAST {
        return (texts, Vec::new());
    }
    let (mut shown, mut folded, mut length) = (Vec::new(), Vec::new(), 0);
    for mut text in texts {
        let left = SHOWN.saturating_sub(length);
        length += text.html.len();
        if !folded.is_empty() || (left == 0 && !shown.is_empty()) {
            folded.push(text);
        } else if let Some(end) = end_of_block(&text.html, left) {
            let rest = text.html.split_off(end);
            let html = mem::take(&mut text.html);
            shown.push(Rich { html, ..text.clone() });
            folded.push(Rich { html: rest, ..text });
        } else {
            shown.push(text);
        }
    }
    let rest: usize = folded.iter().map(|text| text.html.len()).sum();
    if rest < LEAST {
        shown.append(&mut folded);
    }
    (shown, folded)
}

/// Where the first paragraph, list or quotation ends that ends so far on or further, unless it is the last.
fn end_of_block(html: &str, from: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, _) in html.match_indices('<') {
        let tag = &html[at..];
        let length = tag.find('>')? + 1;
        let name = tag[1..length - 1].split(' ').next().unwrap_or_default();
        match name.strip_prefix('/') {
            Some("p" | "ul" | "ol" | "blockquote") => depth = depth.saturating_sub(1),
            None if matches!(name, "p" | "ul" | "ol" | "blockquote") => depth += 1,
            _ => continue,
        }
        let end = at + length;
        if depth == 0 && end >= from {
            return (!html[end..].trim().is_empty()).then_some(end);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(html: &str) -> Rich {
        Rich { lang: None, html: html.to_owned() }
    }

    fn paragraphs(count: usize) -> String {
        format!("<p>{}</p>\n", "a".repeat(294)).repeat(count)
    }

    fn parts(texts: &[String]) -> [Vec<usize>; 2] {
        let (shown, folded) = fold(texts.iter().map(|html| text(html)).collect());
        let all: String = shown.iter().chain(&folded).map(|text| text.html.as_str()).collect();
        assert_eq!(all, texts.concat(), "nothing is lost");
        [shown, folded]
            .map(|part| part.iter().map(|text| text.html.matches("<p>").count()).collect())
    }

    #[test]
    fn a_text_that_fits_on_a_screen_does_not_fold() {
        assert_eq!(parts(&[]), [Vec::<usize>::new(), vec![]]);
        assert_eq!(parts(&[paragraphs(4)]), [vec![4], vec![]]);
    }

    #[test]
    fn a_long_text_folds_between_paragraphs() {
        assert_eq!(parts(&[paragraphs(8)]), [vec![3], vec![5]]);
    }

    #[test]
    fn what_stands_after_the_first_screen_folds_whole() {
        assert_eq!(parts(&[paragraphs(2), paragraphs(3)]), [vec![2, 1], vec![2]]);
        assert_eq!(parts(&[paragraphs(3), paragraphs(3)]), [vec![3], vec![3]]);
    }

    #[test]
    fn a_short_rest_is_shown() {
        let long = format!("<p>{}</p>", "b".repeat(2_000));
        assert_eq!(parts(&[paragraphs(1), long.clone()]), [vec![1, 1], vec![]]);
        assert_eq!(parts(&[long, paragraphs(1)]), [vec![1, 1], vec![]]);
    }

    #[test]
    fn no_list_is_torn() {
        let list =
            format!("<ul>\n{}</ul>\n", "<li><p>kohta</p><ul><li>osa</li></ul></li>\n".repeat(40));
        let (shown, folded) = fold(vec![text(&format!("{list}{}", paragraphs(3)))]);
        assert!(shown[0].html.ends_with("</ul>"), "{}", shown[0].html);
        assert_eq!(folded[0].html.trim_start(), paragraphs(3));
    }
}
