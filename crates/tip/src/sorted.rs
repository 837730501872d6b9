//! Sorting, once.

/// The items in the order of a key, equals in the order they came.
///
/// The standard library's sorts are code for each type they sort, 4 kB a type; this sorts numbers, whatever
/// the items are.
pub fn sorted<T>(items: &[T], key: impl Fn(&T) -> u64) -> Vec<&T> {
    let mut keys: Vec<(u64, usize)> = items.iter().enumerate().map(|(at, item)| (key(item), at)).collect();
    keys.sort_unstable();
    keys.into_iter().filter_map(|(_, at)| items.get(at)).collect()
}

#[cfg(test)]
mod tests {
    use super::sorted;

    #[test]
    fn equals_keep_their_order() {
        let items = [(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        let letters: String =
            sorted(&items, |(key, _)| *key).into_iter().map(|(_, letter)| *letter).collect();
        assert_eq!(letters, "bdac");
    }
}
