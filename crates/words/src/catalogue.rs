//! The files of `text/`: one message a line, `key = text`, in sections.
//!
//! `[map]` begins a section; its key `title` is then the message `map-title`. Lines that begin with `#` are for
//! the translator. In a text, `~` is a space that no line breaks at, and braces hold what is filled in:
//!
//! - `{name}`: a text, or a number in figures;
//! - `{n,}`: a number with its thousands set apart;
//! - `{n!}`: a number in letters up to nine (in English; in figures elsewhere);
//! - `{n#}`: a number as English counts places (`1st`); other languages write theirs in the text;
//! - `{n|one|more}`: the one or the other, by the language's rule for one and more. Within, `{n}` may stand.

/// The messages of a file in their order: key and text.
///
/// # Errors
/// Which line is none, or has a key that was there before.
pub fn read(file: &str) -> Result<Vec<(String, String)>, String> {
    let mut section = String::new();
    let mut messages: Vec<(String, String)> = Vec::new();
    for (at, line) in file.lines().enumerate() {
        let line = line.trim();
        let wrong = |what: &str| format!("line {}: {what}: {line}", at + 1);
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            section = format!("{name}-");
            continue;
        }
        let (key, text) = line.split_once('=').ok_or_else(|| wrong("neither a section nor a message"))?;
        let key = format!("{section}{}", key.trim());
        if !key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
            return Err(wrong("a key is made of small letters, digits and hyphens"));
        }
        if messages.iter().any(|(known, _)| *known == key) {
            return Err(wrong("this key was there before"));
        }
        messages.push((key, text.trim().replace('~', "\u{a0}")));
    }
    Ok(messages)
}

/// The names that a text has filled in, each once, in alphabetical order.
///
/// # Errors
/// Where its braces do not close, or a number has other than two forms.
pub fn names(text: &str) -> Result<Vec<String>, String> {
    let mut names = Vec::new();
    collect(text, &mut names)?;
    names.sort();
    names.dedup();
    Ok(names)
}

fn collect(text: &str, names: &mut Vec<String>) -> Result<(), String> {
    let mut rest = text;
    while let Some(open) = rest.find(['{', '}']) {
        let within = inside(&rest[open..]).ok_or("a brace that does not close, or closes nothing")?;
        rest = &rest[open + within.len() + 2..];
        let mut forms = parts(within);
        let name = forms.next().unwrap_or_default();
        let forms: Vec<&str> = forms.collect();
        if !forms.is_empty() && forms.len() != 2 {
            return Err(format!("{{{within}}} needs two forms"));
        }
        let name = name.trim_end_matches(['!', '#', ',']);
        if name.is_empty() || !name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') {
            return Err(format!("{{{within}}} has no name"));
        }
        names.push(name.to_owned());
        for form in forms {
            collect(form, names)?;
        }
    }
    Ok(())
}

/// What is between the brace that a text begins with and the one that closes it.
pub fn inside(text: &str) -> Option<&str> {
    let mut depth = 0u32;
    for (at, letter) in text.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.checked_sub(1)?,
            _ => {}
        }
        if depth == 0 {
            return text.get(1..at);
        }
    }
    None
}

/// The parts of a text in braces, separated by `|` but not within further braces.
pub fn parts(within: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0u32;
    within.split(move |letter| {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        letter == '|' && depth == 0
    })
}
