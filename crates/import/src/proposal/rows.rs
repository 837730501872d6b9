//! Rows put into the tables of `data/` where they belong, the others left as they are.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};

use record::Folder;

/// A TSV file's lines, kept in the order of their first fields.
pub struct Rows {
    file: &'static str,
    lines: Vec<String>,
    /// By line number, so that numbers stay while rows are added.
    added: Vec<(usize, String)>,
    changed: bool,
}

impl Rows {
    /// The rows of a file.
    ///
    /// # Errors
    /// Where `data/` has none of the name.
    pub fn of(folder: &Folder, file: &'static str) -> Result<Rows> {
        let text = folder.get(file).with_context(|| format!("data/ has no {file}"))?;
        let lines = text.lines().map(str::to_owned).collect();
        Ok(Rows { file, lines, added: Vec::new(), changed: false })
    }

    /// Puts a row in the place of the one on a line, from 1.
    pub fn replace(&mut self, line: usize, row: &[&str]) {
        let new = row.join("\t");
        if let Some(old) = self.lines.get_mut(line - 1)
            && *old != new
        {
            *old = new;
            self.changed = true;
        }
    }

    /// Adds a row where its first `keys` fields have their place.
    ///
    /// # Errors
    /// Where a field would break its row.
    pub fn insert(&mut self, row: &[&str], keys: usize) -> Result<()> {
        let new = row.join("\t");
        if row.iter().any(|field| field.contains(['\t', '\n'])) {
            bail!("a row of {} would have a tab in a field: {new}", self.file);
        }
        let key = |line: &str| line.split('\t').take(keys).map(str::to_owned).collect::<Vec<_>>();
        let place = self.lines.iter().skip(1).position(|line| key(line) > key(&new));
        self.added.push((place.map_or(self.lines.len(), |at| at + 1), new));
        self.changed = true;
        Ok(())
    }

    /// Puts the file among those that change, if it does.
    pub fn into(mut self, files: &mut BTreeMap<String, String>) {
        if !self.changed {
            return;
        }
        self.added.sort();
        for (at, row) in self.added.into_iter().rev() {
            self.lines.insert(at.min(self.lines.len()), row);
        }
        files.insert(self.file.to_owned(), self.lines.join("\n") + "\n");
    }
}
