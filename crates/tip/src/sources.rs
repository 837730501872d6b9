//! The names of each placement's sources.

use crate::file::{SCHEMA, SourcesFile};
use crate::load::{LoadError, read};
use crate::{Code, EditionId};

/// The sources of all placements, by their names.
#[derive(Clone, Debug)]
pub struct Sources {
    names: Vec<String>,
    sets: Vec<Vec<usize>>,
    /// A set an edition, oldest first; a number that no set has where there is no placement.
    cells: Vec<(Code, Vec<usize>)>,
}

impl Sources {
    /// Reads `sources.json`.
    ///
    /// # Errors
    /// [`LoadError`] where it is damaged, of another schema, or names a source that there is not.
    pub fn from_json(json: &str) -> Result<Sources, LoadError> {
        let file: SourcesFile = read(json, SCHEMA)?;
        let known = |set: &Vec<usize>| !set.is_empty() && set.iter().all(|name| *name < file.names.len());
        if !file.sets.iter().all(known) {
            return Err(LoadError::content("it names a source that it does not have".to_owned()));
        }
        let mut cells = Vec::with_capacity(file.cells.len());
        for (code, sets) in file.cells {
            let code =
                Code::parse(&code).ok_or_else(|| LoadError::content(format!("“{code}” is no code")))?;
            cells.push((code, sets));
        }
        Ok(Sources { names: file.names, sets: file.sets, cells })
    }

    /// The sources of a placement, those that are nearest to the report first; none where there is no placement.
    pub fn of(&self, code: Code, edition: EditionId) -> Vec<&str> {
        let cells = self.cells.iter().find(|(known, _)| *known == code);
        let set = cells.and_then(|(_, sets)| self.sets.get(*sets.get(edition.index())?));
        set.into_iter().flatten().filter_map(|name| self.names.get(*name)).map(String::as_str).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_points_nowhere_is_refused() {
        let file = |sets: &str| {
            format!(r#"{{"schema":1,"names":["a","b"],"sets":{sets},"cells":[["KOR",[1,0,7]]]}}"#)
        };
        let korea = Code::parse("KOR").unwrap();
        let sources = Sources::from_json(&file("[[0],[1,0]]")).unwrap();
        assert_eq!(sources.of(korea, EditionId(0)), ["b", "a"]);
        assert_eq!(sources.of(korea, EditionId(2)), Vec::<&str>::new(), "no placement");
        assert_eq!(sources.of(Code::parse("PRK").unwrap(), EditionId(0)), Vec::<&str>::new());
        let said = Sources::from_json(&file("[[2]]")).unwrap_err().to_string();
        assert!(said.contains("names a source"), "{said}");
    }
}
