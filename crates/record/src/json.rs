//! JSON as it is committed: compact, one row a line, so that a change of one fact is a change of one line.

use anyhow::Result;
use serde::Serialize;
use serde_json::Value;

/// Writes a struct: its fields on lines of their own, and so the elements of its lists.
///
/// # Errors
/// Where the value cannot be serialized.
pub fn by_lines(value: &impl Serialize) -> Result<String> {
    let Value::Object(fields) = serde_json::to_value(value)? else {
        anyhow::bail!("only a struct has lines");
    };
    let mut lines = Vec::new();
    for (name, value) in fields {
        let value = match value {
            Value::Array(rows) if rows.iter().any(|row| row.is_object() || row.is_array()) => {
                let rows = rows.iter().map(serde_json::to_string).collect::<Result<Vec<_>, _>>()?;
                format!("[\n{}\n]", rows.join(",\n"))
            }
            other => serde_json::to_string(&other)?,
        };
        lines.push(format!("{}:{value}", serde_json::to_string(&name)?));
    }
    Ok(format!("{{{}}}\n", lines.join(",\n")))
}
