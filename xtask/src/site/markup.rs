//! Nodes as HTML text.

use page::Node;
use tip::permalink::Address;

/// Elements that have no end tag, and nothing in them.
const VOID: [&str; 6] = ["br", "hr", "img", "input", "link", "meta"];

/// Writes nodes as HTML. Links to views and files begin with the site's base path.
pub fn html(nodes: &[Node], base: &str) -> String {
    let mut html = String::new();
    for node in nodes {
        write(&mut html, node, base);
    }
    html
}

fn write(html: &mut String, node: &Node, base: &str) {
    let element = match node {
        Node::Text(text) => return html.push_str(&escaped(text)),
        Node::Element(element) => element,
    };
    html.push('<');
    html.push_str(element.tag);
    for (name, value) in &element.attributes {
        if *name == "class" && value.is_empty() {
            continue;
        }
        attribute(html, name, value);
    }
    if let Some(view) = &element.to {
        attribute(html, "href", &Address { view: view.clone(), lang: None }.under(base));
    }
    if let Some(file) = &element.file {
        attribute(html, "href", &format!("{base}{file}"));
    }
    html.push('>');
    if VOID.contains(&element.tag) {
        return;
    }
    for child in &element.children {
        match child {
            // The text of a script is data (JSON-LD) and no markup; what could end it is written in JSON's own way.
            Node::Text(text) if element.tag == "script" => html.push_str(&text.replace('<', "\\u003c")),
            child => write(html, child, base),
        }
    }
    html.push_str("</");
    html.push_str(element.tag);
    html.push('>');
}

fn attribute(html: &mut String, name: &str, value: &str) {
    html.push(' ');
    html.push_str(name);
    if !value.is_empty() {
        html.push_str("=\"");
        html.push_str(&escaped(value));
        html.push('"');
    }
}

/// Escapes a text for HTML, between tags or in double quotes.
pub fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            c => html.push(c),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use page::el;
    use tip::permalink::View;

    use super::html;

    #[test]
    fn text_and_values_are_escaped() {
        let node = el("p").attr("title", "\"><b>").with("a < b & c").into();
        assert_eq!(html(&[node], "/"), "<p title=\"&quot;&gt;&lt;b&gt;\">a &lt; b &amp; c</p>");
    }

    #[test]
    fn data_in_a_script_cannot_end_it() {
        let node = el("script").attr("type", "application/ld+json").with("{\"x\":\"</script>\"}").into();
        assert_eq!(
            html(&[node], "/"),
            "<script type=\"application/ld+json\">{\"x\":\"\\u003c/script>\"}</script>"
        );
    }

    #[test]
    fn links_stand_under_the_base_path() {
        let nodes = [
            el("a").to(View::About).with("x").into(),
            el("a").file("data/atlas.json").into(),
            el("input").attr("disabled", "").into(),
        ];
        assert_eq!(
            html(&nodes, "/atlas/"),
            "<a href=\"/atlas/about\">x</a><a href=\"/atlas/data/atlas.json\"></a><input disabled>"
        );
    }
}
