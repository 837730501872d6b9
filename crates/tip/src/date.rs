//! Calendar dates, as the editions have them.

use std::fmt;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day of the Gregorian calendar. Displays as `29 September 2025`.
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
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let month = usize::from(self.month).wrapping_sub(1);
        let month = MONTHS.get(month).copied().unwrap_or_default();
        write!(f, "{} {month} {}", self.day, self.year)
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn dates_read_and_write() {
        let date = Date::parse("2025-09-29").unwrap();
        assert_eq!(date.to_string(), "29 September 2025");
        assert_eq!(date.iso(), "2025-09-29");
        assert!(Date::parse("2024-02-29").is_some());
        for bad in ["2023-02-29", "2023-13-01", "2023-00-01", "2023-1-01", "2023-01-01-", "", "+023-01-01"] {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
    }
}
