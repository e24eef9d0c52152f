//! `report`.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::ArgMatches;
use jiff::civil::Date;

use super::build::{self, cannot_read, cannot_write};
use super::{MISTAKES, Place, USAGE, Voice};
use crate::diag::{Msg, Text};
use crate::engine::{self, Memo};
use crate::report::{self, Deadline, Letterhead, Period, Report};
use crate::site::Site;
use crate::source;
use crate::vi;

pub(super) fn run(matches: &ArgMatches, place: &Place) -> u8 {
    let mut memo = Memo::default();
    let snapshot = match source::scan(&place.root, place.options.clone(), &memo.stamps) {
        Ok(snapshot) => Arc::new(snapshot),
        Err(error) => return cannot_read(place, &error),
    };
    let build = engine::build(&snapshot, &mut memo);
    let voice = place.voice;
    if build.has_errors() {
        // Figures of a site that could not be read whole are no evidence.
        build::report(place, &build, &build.diagnostics);
        return MISTAKES;
    }
    let site = &build.site;
    let period = match period(matches, site) {
        Ok(period) => period,
        Err(text) => return wrong_period(voice, &text),
    };
    let report = Report::new(site, period);
    let out = matches.get_one::<PathBuf>("out");
    let out = out.cloned().unwrap_or_else(|| place.root.join("bao-cao"));
    if let Err(diagnostic) = build::check_out(&place.root, &out) {
        voice.report(&[*diagnostic], &|_| None);
        return MISTAKES;
    }
    let files = match write(&out, &files_of(&report, site)) {
        Ok(files) => files,
        Err(error) => return cannot_write(place, &out, &error),
    };
    summary(voice, &report, &files);
    remind(voice, site);
    build::hint_at_base_url(voice, &build);
    0
}

/// The period that the arguments name. Without them: from the deadline before to today.
fn period(matches: &ArgMatches, site: &Site) -> Result<Period, Text> {
    let day = |name: &str| -> Result<Option<Date>, Text> {
        let given = matches.get_one::<String>(name);
        given
            .map(|text| vi::date::parse(text).ok_or_else(|| Text::new(Msg::BadDate, &[text])))
            .transpose()
    };
    let (today, reporting) = (site.now.date(), &site.config.report);
    let from = match day("from")? {
        Some(from) => from,
        None => Deadline::next(reporting, today)
            .and_then(|deadline| report::deadline::period_start(deadline, reporting))
            .ok_or_else(|| Text::new(Msg::UsageMissing, &[&"--from"]))?,
    };
    let to = day("to")?.unwrap_or(today);
    Period::new(from, to).ok_or_else(|| Text::new(Msg::UsagePeriod, &[&from, &to]))
}

fn wrong_period(voice: Voice, text: &Text) -> u8 {
    err!(
        "{}: {}",
        Msg::LabelError.text(voice.lang),
        text.show(voice.lang)
    );
    err!("  {}", voice.text(Msg::HelpPeriod, &[]));
    USAGE
}

/// The ends of the names of a report's files, and what is in them.
type Files = [(&'static str, Vec<u8>); 4];

fn files_of(report: &Report, site: &Site) -> (String, Files) {
    let letterhead = Letterhead::new(&site.config.report, &site.config.organization);
    let outline = report::outline::outline(report, &letterhead);
    let files = [
        (".docx", report::docx::write(report, &letterhead, &outline)),
        (
            ".md",
            report::markdown::write(report, &letterhead, &outline).into_bytes(),
        ),
        ("-tin-bai.csv", report::csv::items(report).into_bytes()),
        ("-so-lieu.csv", report::csv::counts(report).into_bytes()),
    ];
    (report::file_stem(report.period), files)
}

/// Writes the files. People go on writing in a report: what is there and differs stays, and the new files get a number.
fn write(out: &Path, (stem, files): &(String, Files)) -> io::Result<Vec<PathBuf>> {
    fs::create_dir_all(out)?;
    let mut number = 1;
    loop {
        let stem = match number {
            1 => stem.clone(),
            n => format!("{stem}-{n}"),
        };
        let path = |end: &str| out.join(format!("{stem}{end}"));
        let is_free = |(end, bytes): &(&str, Vec<u8>)| match fs::read(path(end)) {
            Ok(there) => there == *bytes,
            Err(error) => error.kind() == io::ErrorKind::NotFound,
        };
        if files.iter().all(is_free) {
            for (end, bytes) in files {
                fs::write(path(end), bytes)?;
            }
            return Ok(files.iter().map(|(end, _)| path(end)).collect());
        }
        number += 1;
    }
}

fn summary(voice: Voice, report: &Report, files: &[PathBuf]) {
    let Period { from, to } = report.period;
    let (from, to) = (vi::date::short(from), vi::date::short(to));
    let (items, before, activities) = (
        report.items.len(),
        report.items_before,
        report.activities.len(),
    );
    voice.say(Msg::UiReport, &[&from, &to, &items, &before, &activities]);
    for file in files {
        if !voice.json {
            out!("  {}", file.display());
        }
    }
    let names: Vec<String> = files
        .iter()
        .map(|file| file.display().to_string())
        .collect();
    voice.result(&serde_json::json!({ "type": "report", "report": report, "files": names }));
}

/// Says when the next report is due, if that is near.
pub(super) fn remind(voice: Voice, site: &Site) {
    let Some((deadline, text)) = report::reminder(site) else {
        return;
    };
    if !voice.json {
        out!("{}", text.show(voice.lang));
    }
    voice.result(&serde_json::json!({
        "type": "deadline", "before": deadline.before, "last": deadline.last,
        "days": deadline.days_left(site.now.date()),
    }));
}
