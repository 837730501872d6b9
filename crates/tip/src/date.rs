//! Calendar dates, as the editions have them.

use words::text::*;
use words::{Message, Words, say};

const MONTHS: [Message; 12] = [
    DATE_MONTH_1,
    DATE_MONTH_2,
    DATE_MONTH_3,
    DATE_MONTH_4,
    DATE_MONTH_5,
    DATE_MONTH_6,
    DATE_MONTH_7,
    DATE_MONTH_8,
    DATE_MONTH_9,
    DATE_MONTH_10,
    DATE_MONTH_11,
    DATE_MONTH_12,
];

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// Reads `2025-09-29`; `None` where it is no day of the calendar.
    pub fn parse(text: &str) -> Option<Date> {
        let mut parts = text.split('-');
        let mut part = |digits: usize| {
            let part = parts.next()?;
            (part.len() == digits && part.bytes().all(|b| b.is_ascii_digit())).then_some(part)
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        if parts.next().is_some() {
            return None;
        }
        let date = Date { year: year.parse().ok()?, month: month.parse().ok()?, day: day.parse().ok()? };
        let leap =
            date.year.is_multiple_of(4) && (!date.year.is_multiple_of(100) || date.year.is_multiple_of(400));
        let days = match date.month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        (1..=days).contains(&date.day).then_some(date)
    }

    /// The year of the date.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// `2025-09-29`, for a machine to read.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// In the words of a language: `29 September 2025`.
    pub fn in_words(self, words: &Words) -> String {
        let month = MONTHS.get(usize::from(self.month).wrapping_sub(1)).map(|month| words.text(month));
        let (day, year) = (u16::from(self.day), self.year);
        say!(words, DATE_DAY, day = day, month = month.unwrap_or_default(), year = year)
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn dates_read_and_write() {
        let date = Date::parse("2025-09-29").unwrap();
        assert_eq!(date.in_words(&words::Words::default()), "29 September 2025");
        assert_eq!(date.iso(), "2025-09-29");
        assert!(Date::parse("2024-02-29").is_some());
        for bad in ["2023-02-29", "2023-13-01", "2023-00-01", "2023-1-01", "2023-01-01-", "", "+023-01-01"] {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
    }
}
