//! The command line: arguments in, words and an exit status out. Commands live in the files beside this one.

/// A line on standard output. A reader that has gone away (`trangxa build | head`) is no mistake of ours.
macro_rules! out {
    ($($arg:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(anstream::stdout(), $($arg)*);
    }};
}

/// A line on standard error.
macro_rules! err {
    ($($arg:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(anstream::stderr(), $($arg)*);
    }};
}

mod build;
mod init;
mod kit;
mod new;
mod preview;
mod publish;
mod report;

use std::borrow::Cow;
use std::ffi::OsString;
use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::diag::{self, Args, Diagnostic, Lang, Msg, Text};
use crate::kinds;
use crate::moment::Moment;
use crate::source::{self, Options};
use crate::vi;

/// Exit status when content, checks or publishing have mistakes.
const MISTAKES: u8 = 1;
/// Exit status of wrong usage.
const USAGE: u8 = 2;

/// Runs the program with the arguments of the process.
#[must_use]
pub fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().collect();
    ExitCode::from(run(&args))
}

/// How to speak: language, JSON or words.
#[derive(Clone, Copy)]
struct Voice {
    lang: Lang,
    json: bool,
}

impl Voice {
    fn text(self, msg: Msg, args: Args<'_>) -> String {
        Text::new(msg, args).show(self.lang)
    }

    /// A line of words on standard output; nothing with `--json`.
    fn say(self, msg: Msg, args: Args<'_>) {
        if !self.json {
            out!("{}", self.text(msg, args));
        }
    }

    /// A JSON line on standard output.
    fn result(self, value: &serde_json::Value) {
        if self.json {
            let _ = writeln!(std::io::stdout(), "{value}");
        }
    }

    /// Diagnostics: on standard error in words, on standard output as JSON lines.
    fn report<'t>(
        self,
        diagnostics: &[Diagnostic],
        text_of: &dyn Fn(&str) -> Option<Cow<'t, str>>,
    ) {
        for diagnostic in diagnostics {
            if self.json {
                self.result(&diag::json(diagnostic, self.lang, text_of));
            } else {
                // anstream takes the colours out again when nobody can see them.
                err!("{}\n", diag::terminal(diagnostic, self.lang, true, text_of));
            }
        }
    }
}

/// Where a command works.
struct Place {
    root: PathBuf,
    options: Options,
    voice: Voice,
}

fn lang_of(args: &[OsString]) -> Lang {
    let named = |text: &str| {
        if text.eq_ignore_ascii_case("en") {
            Lang::En
        } else {
            Lang::Vi
        }
    };
    let texts: Vec<&str> = args.iter().filter_map(|arg| arg.to_str()).collect();
    for (i, arg) in texts.iter().enumerate() {
        if let Some(lang) = arg.strip_prefix("--lang=") {
            return named(lang);
        }
        if *arg == "--lang" {
            return texts.get(i + 1).map_or(Lang::Vi, |lang| named(lang));
        }
    }
    std::env::var("TRANGXA_LANG").map_or(Lang::Vi, |lang| named(&lang))
}

fn command(lang: Lang) -> Command {
    let t = |msg: Msg| msg.text(lang);
    let path = |name: &'static str, value: Msg, help: Msg| {
        Arg::new(name)
            .long(name)
            .value_name(t(value))
            .help(t(help))
            .value_parser(clap::value_parser!(PathBuf))
    };
    let base_url = || {
        Arg::new("base-url")
            .long("base-url")
            .value_name("URL")
            .help(t(Msg::CliBaseUrl))
    };
    let flag = |name: &'static str, help: Msg| {
        Arg::new(name)
            .long(name)
            .action(ArgAction::SetTrue)
            .help(t(help))
    };
    let drafts = || flag("drafts", Msg::CliDrafts);
    let day = |name: &'static str, help: Msg| {
        Arg::new(name)
            .long(name)
            .value_name("YYYY-MM-DD")
            .help(t(help))
    };
    let kinds = kinds::KINDS.iter().map(|kind| kind.name());
    let kinds = kinds.collect::<Vec<_>>().join(", ");
    Command::new("trangxa")
        .version(env!("CARGO_PKG_VERSION"))
        .about(t(Msg::CliAbout))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .subcommand_help_heading(t(Msg::CliCommands))
        .next_help_heading(t(Msg::CliOptions))
        .help_template(format!(
            "{{about}}\n\n{}: {{usage}}\n\n{{all-args}}",
            t(Msg::CliUsage)
        ))
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .global(true)
                .action(ArgAction::Help)
                .help(t(Msg::CliHelp)),
        )
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(t(Msg::CliVersion)),
        )
        .arg(path("root", Msg::CliFolder, Msg::CliRoot).global(true))
        .arg(
            Arg::new("lang")
                .long("lang")
                .value_name("vi|en")
                .value_parser(["vi", "en"])
                .hide_possible_values(true)
                .global(true)
                .help(t(Msg::CliLang)),
        )
        .arg(
            Arg::new("json")
                .long("json")
                .global(true)
                .action(ArgAction::SetTrue)
                .help(t(Msg::CliJson)),
        )
        .arg(
            Arg::new("today")
                .long("today")
                .value_name("YYYY-MM-DD")
                .global(true)
                .help(t(Msg::CliToday)),
        )
        .subcommand(
            sub("init", "tao", t(Msg::CliInit), lang).arg(
                Arg::new("dir")
                    .value_name(t(Msg::CliFolder))
                    .required(true)
                    .value_parser(clap::value_parser!(PathBuf))
                    .help(t(Msg::CliInitDir)),
            ),
        )
        .subcommand(
            sub("new", "moi", t(Msg::CliNew), lang)
                .arg(
                    Arg::new("kind")
                        .value_name(t(Msg::CliKind))
                        .required(true)
                        .help(format!("{}: {kinds}", t(Msg::CliNewKind))),
                )
                .arg(
                    Arg::new("title")
                        .value_name(t(Msg::CliTitle))
                        .required(true)
                        .help(t(Msg::CliNewTitle)),
                )
                .arg(
                    Arg::new("in")
                        .long("in")
                        .value_name(t(Msg::CliSection))
                        .help(t(Msg::CliNewIn)),
                ),
        )
        .subcommand(
            sub("build", "dung", t(Msg::CliBuild), lang)
                .arg(path("out", Msg::CliFolder, Msg::CliOut))
                .arg(base_url())
                .arg(drafts()),
        )
        .subcommand(
            sub("preview", "xem", t(Msg::CliPreview), lang)
                .arg(
                    Arg::new("port")
                        .long("port")
                        .value_name(t(Msg::CliNumber))
                        .value_parser(clap::value_parser!(u16))
                        .help(t(Msg::CliPort)),
                )
                .arg(flag("no-open", Msg::CliNoOpen))
                .arg(flag("phone", Msg::CliPhone))
                .arg(flag("measure", Msg::CliMeasure)),
        )
        .subcommand(
            sub("check", "kiem-tra", t(Msg::CliCheck), lang)
                .arg(base_url())
                .arg(drafts())
                .arg(flag("external", Msg::CliExternal))
                .arg(flag("strict", Msg::CliStrict)),
        )
        .subcommand(
            sub("kit", "bo-tai-lieu", t(Msg::CliKit), lang)
                .arg(
                    Arg::new("page")
                        .value_name(t(Msg::CliPage))
                        .required(true)
                        .help(t(Msg::CliKitPage)),
                )
                .arg(path("out", Msg::CliFolder, Msg::CliKitOut))
                .arg(base_url())
                .arg(drafts()),
        )
        .subcommand(
            sub("publish", "dang", t(Msg::CliPublish), lang)
                .arg(
                    Arg::new("target")
                        .value_name(t(Msg::CliTarget))
                        .help(t(Msg::CliPublishTarget)),
                )
                .arg(
                    Arg::new("host-key")
                        .long("host-key")
                        .value_name("SHA256:…")
                        .help(t(Msg::CliHostKey)),
                )
                .arg(flag("dry-run", Msg::CliDryRun))
                .arg(flag("list", Msg::CliList))
                .arg(
                    Arg::new("rollback")
                        .long("rollback")
                        .value_name("N")
                        .num_args(0..=1)
                        .default_missing_value("1")
                        .value_parser(clap::value_parser!(u8).range(1..=10))
                        .help(t(Msg::CliRollback)),
                )
                .arg(flag("verify", Msg::CliVerify).conflicts_with_all(["rollback", "dry-run"]))
                .arg(flag("repair", Msg::CliRepair).conflicts_with_all(["rollback", "verify"]))
                .arg(
                    flag("test", Msg::CliTest)
                        .conflicts_with_all(["rollback", "verify", "repair", "dry-run"]),
                )
                .arg(
                    flag("forget-password", Msg::CliForgetPassword)
                        .visible_alias("quen-mat-khau")
                        .conflicts_with_all(["rollback", "verify", "repair", "test", "dry-run"]),
                )
                .arg(flag("allow-removals", Msg::CliAllowRemovals))
                .arg(flag("take-over", Msg::CliTakeOver))
                .arg(flag("over-others", Msg::CliOverOthers)),
        )
        .subcommand(
            sub("report", "bao-cao", t(Msg::CliReport), lang)
                .arg(day("from", Msg::CliFrom))
                .arg(day("to", Msg::CliTo))
                .arg(path("out", Msg::CliFolder, Msg::CliReportOut))
                .arg(base_url()),
        )
        .subcommand(
            sub("completions", "hoan-thanh", t(Msg::CliCompletions), lang).arg(
                Arg::new("shell")
                    .value_name("SHELL")
                    .required(true)
                    .value_parser(clap::value_parser!(clap_complete::Shell))
                    .help(t(Msg::CliShell)),
            ),
        )
}

fn sub(name: &'static str, alias: &'static str, about: &'static str, lang: Lang) -> Command {
    let t = |msg: Msg| msg.text(lang);
    Command::new(name)
        .visible_alias(alias)
        .about(about)
        .disable_help_flag(true)
        .next_help_heading(t(Msg::CliOptions))
        .help_template(format!(
            "{{about}}\n\n{}: {{usage}}\n\n{{all-args}}",
            t(Msg::CliUsage)
        ))
}

fn run(args: &[OsString]) -> u8 {
    let lang = lang_of(args);
    let matches = match command(lang).try_get_matches_from(args) {
        Ok(matches) => matches,
        Err(error) => return wrong_usage(&error, lang),
    };
    let voice = Voice {
        lang,
        json: matches.get_flag("json"),
    };
    let Some((name, sub)) = matches.subcommand() else {
        return USAGE;
    };
    let now = match today(sub) {
        Ok(now) => now,
        Err(text) => {
            err!(
                "{}: {}",
                Msg::LabelError.text(lang),
                voice.text(Msg::BadDate, &[&text])
            );
            err!("  {}", voice.text(Msg::HelpDate, &[&"--today 2026-11-21"]));
            return USAGE;
        }
    };
    match name {
        "init" => init::run(sub, voice),
        "completions" => {
            if let Some(shell) = sub.get_one::<clap_complete::Shell>("shell") {
                let mut script = Vec::new();
                clap_complete::generate(*shell, &mut command(lang), "trangxa", &mut script);
                let _ = std::io::stdout().write_all(&script);
            }
            0
        }
        _ => match find_place(sub, now, voice) {
            Err(status) => status,
            Ok(place) => match name {
                "new" => new::run(sub, &place),
                "check" => build::check(sub, &place),
                "preview" => preview::run(sub, &place),
                "kit" => kit::run(sub, &place),
                "publish" => publish::run(sub, &place),
                "report" => report::run(sub, &place),
                _ => build::run(sub, &place),
            },
        },
    }
}

/// clap's errors are English; these are the same in the person's language.
fn wrong_usage(error: &clap::Error, lang: Lang) -> u8 {
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp
            | ErrorKind::DisplayVersion
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    ) {
        // The words that clap itself puts into a help text.
        let words = [
            ("[OPTIONS]", Msg::CliAnyOption),
            ("<COMMAND>", Msg::CliAnyCommand),
            ("[alias: ", Msg::CliAlias),
        ];
        let help = error.render().ansi().to_string();
        let help = words
            .iter()
            .fold(help, |help, (word, msg)| help.replace(word, msg.text(lang)));
        if error.use_stderr() {
            anstream::eprint!("{help}");
        } else {
            anstream::print!("{help}");
        }
        return if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
            USAGE
        } else {
            0
        };
    }
    let context = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let invalid = || {
        [
            ContextKind::InvalidSubcommand,
            ContextKind::InvalidValue,
            ContextKind::InvalidArg,
        ]
        .into_iter()
        .map(context)
        .find(|text| !text.is_empty())
        .unwrap_or_default()
    };
    let text = match error.kind() {
        ErrorKind::InvalidSubcommand => Text::new(Msg::UsageCommand, &[&invalid()]),
        ErrorKind::UnknownArgument => {
            let given = context(ContextKind::InvalidArg);
            Text::new(
                if given.starts_with('-') {
                    Msg::UsageOption
                } else {
                    Msg::UsageExtra
                },
                &[&given],
            )
        }
        ErrorKind::MissingRequiredArgument => {
            Text::new(Msg::UsageMissing, &[&context(ContextKind::InvalidArg)])
        }
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue).is_empty() => {
            Text::new(Msg::UsageNoValue, &[&context(ContextKind::InvalidArg)])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => Text::new(
            Msg::UsageValue,
            &[
                &context(ContextKind::InvalidValue),
                &context(ContextKind::InvalidArg),
            ],
        ),
        _ => Text::new(Msg::UsageOther, &[&invalid()]),
    };
    let label = Msg::LabelError.text(lang);
    err!("{label}: {}", text.show(lang));
    let suggestion = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ]
    .into_iter()
    .find_map(|kind| match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => {
            let near = vi::near::nearest(&invalid(), texts.iter().map(String::as_str));
            near.or(texts.first().map(String::as_str))
                .map(str::to_owned)
        }
        _ => None,
    });
    let known = context(ContextKind::ValidValue);
    if let Some(suggestion) = suggestion {
        err!(
            "  {}",
            Text::new(Msg::DidYouMean, &[&suggestion]).show(lang)
        );
    } else if !known.is_empty() {
        err!("  {}", Text::new(Msg::KnownNames, &[&known]).show(lang));
    }
    err!("  {}", Msg::UsageSeeHelp.text(lang));
    USAGE
}

fn today(matches: &ArgMatches) -> Result<Moment, String> {
    match matches.get_one::<String>("today") {
        None => Ok(source::now()),
        Some(text) => vi::date::parse(text)
            .map(Moment::midnight)
            .ok_or_else(|| text.clone()),
    }
}

/// The site's folder: `--root`, else the nearest folder upward that has a `site.toml`.
fn find_place(matches: &ArgMatches, now: Moment, voice: Voice) -> Result<Place, u8> {
    let given = matches.get_one::<PathBuf>("root").cloned();
    let start = given
        .clone()
        .or_else(|| std::env::current_dir().ok())
        .unwrap_or_else(|| PathBuf::from("."));
    let found = match given {
        Some(root) => Some(root).filter(|root| root.join("site.toml").is_file()),
        None => start
            .ancestors()
            .find(|folder| folder.join("site.toml").is_file())
            .map(Path::to_owned),
    };
    let Some(root) = found else {
        let diagnostic = Diagnostic::new(Msg::MissingSite, "", None, &[&start.display()])
            .help(Msg::HelpMissingSite, &[]);
        voice.report(&[diagnostic], &|_| None);
        return Err(MISTAKES);
    };
    let mut options = Options::at(now);
    options.drafts = matches.try_get_one::<bool>("drafts").ok().flatten() == Some(&true);
    options.base_url = matches
        .try_get_one::<String>("base-url")
        .ok()
        .flatten()
        .cloned();
    Ok(Place {
        root,
        options,
        voice,
    })
}

/// Whether a person watches standard error.
fn is_watched() -> bool {
    std::io::stderr().is_terminal()
}
