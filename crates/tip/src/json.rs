//! Rows out of JSON, with little code.
//!
//! serde's derived `Deserialize` writes a parser of its own for each row type: of the four files that the
//! app reads, that made about 15 kB of brotli in the download (measured in November 2026, serde_json 1.0.154).
//! Here one parser makes [`serde_json::Value`], and rows are picked out of it. What is written is still
//! derived, by `Serialize`, from the same struct.

pub use serde_json::Value;

/// A type that can be picked out of a JSON value.
pub trait FromJson: Sized {
    /// Reads the value.
    ///
    /// # Errors
    /// What was expected, as a clause.
    fn from_json(value: &Value) -> Result<Self, String>;

    /// The value where the field is left out, if it may be.
    fn left_out() -> Option<Self> {
        None
    }
}

/// Reads a field of an object.
///
/// # Errors
/// Which field, and what was expected.
pub fn field<T: FromJson>(object: &Value, name: &str) -> Result<T, String> {
    match object.get(name) {
        Some(value) => T::from_json(value).map_err(|why| within(name, &why)),
        None => T::left_out().ok_or_else(|| within(name, "it is missing")),
    }
}

/// Where something is wrong, and what. Not inlined: each place it is called from would carry a copy.
#[inline(never)]
fn within(place: &str, why: &str) -> String {
    format!("{place}: {why}")
}

#[inline(never)]
fn within_entry(at: usize, why: &str) -> String {
    format!("entry {at}: {why}")
}

/// Defines a row: a struct that is written by serde and read by [`FromJson`]. Lists, options, flags and
/// texts may be left out; they are then empty.
#[macro_export]
macro_rules! row {
    ($(#[$about:meta])* pub struct $name:ident { $($(#[$field_about:meta])* pub $field:ident: $kind:ty,)* }) => {
        $(#[$about])*
        #[derive(Clone, Debug, serde::Serialize)]
        pub struct $name { $($(#[$field_about])* pub $field: $kind,)* }

        impl $crate::json::FromJson for $name {
            fn from_json(value: &$crate::json::Value) -> Result<Self, String> {
                Ok($name { $($field: $crate::json::field(value, stringify!($field))?,)* })
            }
        }
    };
}

impl FromJson for String {
    fn from_json(value: &Value) -> Result<String, String> {
        value.as_str().map(str::to_owned).ok_or_else(|| "a text was expected".to_owned())
    }

    fn left_out() -> Option<String> {
        Some(String::new())
    }
}

impl FromJson for bool {
    fn from_json(value: &Value) -> Result<bool, String> {
        value.as_bool().ok_or_else(|| "true or false was expected".to_owned())
    }

    fn left_out() -> Option<bool> {
        Some(false)
    }
}

fn whole<T: TryFrom<i64>>(value: &Value) -> Result<T, String> {
    let number = value.as_i64().and_then(|number| T::try_from(number).ok());
    number.ok_or_else(|| "a whole number was expected".to_owned())
}

macro_rules! whole_numbers {
    ($($kind:ty),*) => {$(
        impl FromJson for $kind {
            fn from_json(value: &Value) -> Result<$kind, String> {
                whole(value)
            }
        }
    )*};
}
whole_numbers!(u16, u32, usize, i32);

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(value: &Value) -> Result<Option<T>, String> {
        if value.is_null() { Ok(None) } else { T::from_json(value).map(Some) }
    }

    fn left_out() -> Option<Option<T>> {
        Some(None)
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(value: &Value) -> Result<Vec<T>, String> {
        let list = value.as_array().ok_or_else(|| "a list was expected".to_owned())?;
        let mut read = Vec::with_capacity(list.len());
        for (at, value) in list.iter().enumerate() {
            read.push(T::from_json(value).map_err(|why| within_entry(at, &why))?);
        }
        Ok(read)
    }

    fn left_out() -> Option<Vec<T>> {
        Some(Vec::new())
    }
}

impl<T: FromJson, const N: usize> FromJson for [T; N] {
    fn from_json(value: &Value) -> Result<[T; N], String> {
        let list: Vec<T> = FromJson::from_json(value)?;
        list.try_into().map_err(|_| format!("{N} entries were expected"))
    }
}

impl<A: FromJson, B: FromJson> FromJson for (A, B) {
    fn from_json(value: &Value) -> Result<(A, B), String> {
        match value.as_array().map(Vec::as_slice) {
            Some([a, b]) => Ok((A::from_json(a)?, B::from_json(b)?)),
            _ => Err("a pair was expected".to_owned()),
        }
    }
}
