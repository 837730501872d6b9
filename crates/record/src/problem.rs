//! What is wrong with the facts: file, line, reason.

use std::fmt;

/// One thing wrong in `data/`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// File name within `data/`.
    pub file: String,
    /// Line, from 1; 0 where it is about the file as a whole.
    pub line: usize,
    /// What was found and what was expected.
    pub reason: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "data/{}: {}", self.file, self.reason),
            line => write!(f, "data/{}:{line}: {}", self.file, self.reason),
        }
    }
}

/// All problems, collected, so that one run reports everything.
#[derive(Debug, Default)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// Notes a problem.
    pub fn add(&mut self, file: &str, line: usize, reason: impl Into<String>) {
        self.0.push(Problem { file: file.to_owned(), line, reason: reason.into() });
    }
}
