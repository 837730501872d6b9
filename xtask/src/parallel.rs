//! Work that is shared out between all processors.

use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::Result;

/// Does a work for each item; the results, in no order.
///
/// # Errors
/// The first error of a work. Others that were begun are finished.
pub fn each<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> Result<R> + Sync) -> Result<Vec<R>> {
    let next = AtomicUsize::new(0);
    let share = || -> Result<Vec<R>> {
        let mut done = Vec::new();
        while let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)) {
            done.push(work(item)?);
        }
        Ok(done)
    };
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let running: Vec<_> = (0..workers).map(|_| scope.spawn(share)).collect();
        let mut all = Vec::new();
        for worker in running {
            match worker.join() {
                Ok(done) => all.append(&mut done?),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        Ok(all)
    })
}

#[cfg(test)]
mod tests {
    use super::each;

    #[test]
    fn every_item_is_done_once() {
        let items: Vec<usize> = (0..100).collect();
        let mut done = each(&items, |item| Ok(item * 2)).unwrap();
        done.sort_unstable();
        assert_eq!(done, (0..100).map(|item| item * 2).collect::<Vec<_>>());
    }

    #[test]
    fn an_error_is_told() {
        let failed = each(&[1, 2, 3], |item| if *item == 2 { anyhow::bail!("two") } else { Ok(()) });
        assert_eq!(failed.unwrap_err().to_string(), "two");
    }
}
