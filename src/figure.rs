//! Figures: what a block draws, from its arguments and its table.
//!
//! In go a block's `Spec` and the table that it uses, out come a `Figure` that can be drawn without anything else, and
//! what is wrong with either. Nothing here reads a file or makes HTML.

use std::sync::Arc;

use crate::chart::{
    self, Chart, Drawing, Ground, Icon, Kind, Map, Pictogram, Progress, Series, Sheet,
};
use crate::csv;
use crate::diag::{Args, Diagnostic, Lang, Msg, Text};
use crate::parse::block::{Argument, Spec};
use crate::table::{Ask, Cell, Column, Place, Table, Value};
use crate::vi;
use crate::vi::decimal::{Decimal, Notation, Reading};

/// The most labels of a chart; beyond these nobody reads it, and a table is better.
const MOST_LABELS: usize = 60;
/// The most points of a line.
const MOST_POINTS: usize = 300;
/// The most series.
const MOST_SERIES: usize = 12;
/// The most slices of a pie that eyes compare.
const MOST_SLICES: usize = 5;
/// The most bytes of a map's drawing.
const MOST_OF_MAP: usize = 24 * 1024;

/// What a block shows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Figure {
    /// What is drawn.
    pub drawn: Drawn,
    /// The title, for those who do not see the drawing.
    pub title: String,
    /// What it shows, in words.
    pub summary: String,
    /// The unit of measure; may be empty.
    pub unit: String,
    /// The figures as a table; none when they are in the arguments.
    pub table: Option<Arc<Table>>,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Drawn {
    /// A chart.
    Chart(Chart),
    /// A map.
    Map(Box<Map>),
    /// So many of 10 or 100.
    Pictogram(Pictogram),
    /// How much of a target is reached.
    Progress(Progress),
    /// Nothing: the theme shows the table.
    Table,
}

/// The table of a block, and the file that it stands in.
#[derive(Clone, Debug)]
pub struct Data {
    /// The table.
    pub table: Arc<Table>,
    /// The file, by its path in the site's folder.
    pub file: Arc<str>,
}

/// What a figure is made from.
pub struct Source<'s> {
    /// The block.
    pub spec: &'s Spec,
    /// The page that it stands in.
    pub file: &'s str,
    /// Its table.
    pub data: Option<Data>,
    /// The text of its map's drawing.
    pub drawing: Option<&'s str>,
}

/// How the table of a block is to be read from a file, or from the page.
#[must_use]
pub fn ask<'a>(spec: &Spec, file: &'a str) -> Ask<'a> {
    Ask {
        file,
        notation: match spec.text("so") {
            Some("1.234,5") => Some(Notation::Vietnamese),
            Some("1,234.5") => Some(Notation::English),
            _ => None,
        },
        unit_by_row: matches!(spec.name.as_str(), "bang" | "so-sanh"),
        ..Ask::default()
    }
}

/// Makes the figure of a block; none when what is wrong leaves nothing to show.
pub fn make(source: &Source<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Figure> {
    let maker = Maker {
        source,
        diagnostics,
    };
    match source.spec.name.as_str() {
        "bieu-do" => maker.chart(),
        "ban-do" => maker.map(),
        "bieu-tuong" => maker.pictogram(),
        "tien-do" => maker.progress(),
        _ => maker.table(),
    }
}

struct Maker<'s, 'd> {
    source: &'s Source<'s>,
    diagnostics: &'d mut Vec<Diagnostic>,
}

/// A column of figures.
struct Figures<'t> {
    column: &'t Column,
    values: Vec<Option<Decimal>>,
    unit: Option<String>,
}

impl<'s> Maker<'s, '_> {
    fn spec(&self) -> &'s Spec {
        self.source.spec
    }

    fn title(&self) -> String {
        let spec = self.spec();
        spec.text("tieu-de")
            .or(spec.text("nhan"))
            .unwrap_or_default()
            .to_owned()
    }

    /// A diagnostic at the block.
    fn at_block(&self, msg: Msg, args: Args<'_>) -> Diagnostic {
        Diagnostic::new(msg, self.source.file, self.spec().span, args)
    }

    /// A diagnostic at an argument.
    fn at_arg(&self, arg: &Argument, msg: Msg, args: Args<'_>) -> Diagnostic {
        Diagnostic::new(msg, self.source.file, arg.span, args)
    }

    /// A diagnostic at a place of the table; where that is another file, the block is named too.
    fn at_data(&self, data: &Data, place: &Place, msg: Msg, args: Args<'_>) -> Diagnostic {
        let diagnostic = place.diagnostic(msg, &data.file, args);
        if *data.file == *self.source.file {
            return diagnostic;
        }
        diagnostic.note(Msg::NoteBlock, self.source.file, self.spec().span, &[])
    }

    /// The number of an argument; what is wrong with it has been said when the page was parsed.
    fn number(&self, key: &str) -> Option<Decimal> {
        match vi::quantity::read(self.spec().text(key)?.trim())? {
            Reading::One(quantity, _) => quantity.value(),
            Reading::Two { .. } => None,
        }
    }

    fn data(&self) -> Option<&'s Data> {
        self.source.data.as_ref()
    }

    // Charts

    fn chart(mut self) -> Option<Figure> {
        let data = self.data()?;
        let word = self.spec().text("loai")?;
        let (_, kind) = *chart::KINDS.iter().find(|(known, _)| *known == word)?;
        let figures = self.figures(data, &[])?;
        let unit = self.unit(data, &figures)?;
        let labels = labels(&data.table);
        let from = self.number("truc-tu");
        let series = figures.into_iter().map(|figures| Series {
            name: figures.column.name.clone(),
            values: figures.values,
        });
        let chart = Chart {
            kind,
            labels,
            series: series.collect(),
            unit: unit.clone(),
            from: from.filter(|from| kind.may_begin_elsewhere() && *from != Decimal::ZERO),
        };
        self.check(&chart, data)?;
        let summary = self.words(&chart);
        Some(Figure {
            drawn: Drawn::Chart(chart),
            title: self.title(),
            summary,
            unit,
            table: Some(Arc::clone(&data.table)),
        })
    }

    /// The description: the editor's words, else the program's.
    fn words(&self, chart: &Chart) -> String {
        self.spec()
            .text("mo-ta")
            .map_or_else(|| chart::sentence(chart), str::to_owned)
    }

    /// The columns of figures behind the first; `places` are columns that say where something is.
    fn figures(&mut self, data: &'s Data, places: &[usize]) -> Option<Vec<Figures<'s>>> {
        let table = &*data.table;
        let before = self.diagnostics.len();
        let mut all = Vec::new();
        for (n, column) in table
            .columns
            .iter()
            .enumerate()
            .skip(1)
            .filter(|(n, _)| !places.contains(n))
        {
            let cells = || table.rows.iter().filter_map(|row| row.get(n));
            let mut unit = column.unit.clone();
            let mut values = Vec::new();
            for cell in cells() {
                values.push(match (&cell.value, cell.number()) {
                    (Value::Empty, _) => None,
                    (_, Some(quantity)) => {
                        if unit.is_none() && !quantity.unit.is_empty() {
                            unit = Some(quantity.unit.clone());
                        }
                        quantity.value()
                    }
                    _ => {
                        let diagnostic = self.at_data(
                            data,
                            &cell.place,
                            Msg::NotAFigure,
                            &[&cell.text, &column.name],
                        );
                        self.diagnostics
                            .push(diagnostic.help(Msg::HelpNotAFigure, &[]));
                        None
                    }
                });
            }
            all.push(Figures {
                column,
                values,
                unit: unit.or_else(|| table.unit.clone()),
            });
        }
        if all
            .iter()
            .all(|figures| figures.values.iter().all(Option::is_none))
            && self.diagnostics.len() == before
        {
            let diagnostic = self.at_block(Msg::NoFigures, &[]);
            self.diagnostics
                .push(diagnostic.help(Msg::HelpNoFigures, &[]));
        }
        (self.diagnostics.len() == before).then_some(all)
    }

    /// The unit of all figures. There must be one, and one only.
    fn unit(&mut self, data: &Data, figures: &[Figures<'_>]) -> Option<String> {
        let said = self.spec().text("don-vi").map(str::to_owned);
        let mut units: Vec<&str> = figures
            .iter()
            .filter_map(|figures| figures.unit.as_deref())
            .collect();
        units.sort_unstable();
        units.dedup();
        if let [first, second, ..] = units[..] {
            let column = figures
                .iter()
                .find(|figures| figures.unit.as_deref() == Some(second));
            let place = column.map_or(&data.table.columns[0].place, |figures| {
                &figures.column.place
            });
            let diagnostic = self.at_data(data, place, Msg::TwoUnits, &[&first, &second]);
            self.diagnostics
                .push(diagnostic.help(Msg::HelpTwoUnits, &[]));
        }
        let unit = said.or_else(|| units.first().map(|unit| (*unit).to_owned()));
        if unit.is_none() {
            let diagnostic = self.at_block(Msg::NoUnit, &[]);
            let names = figures.iter().map(|figures| figures.column.name.as_str());
            let brackets = names.into_iter().find_map(in_brackets);
            self.diagnostics.push(match brackets {
                Some(word) => diagnostic.help(Msg::HelpUnitInBrackets, &[&word]),
                None => diagnostic.help(Msg::HelpNoUnit, &[]),
            });
        }
        unit
    }

    /// Says what makes a chart wrong or hard to read; none when it cannot be drawn.
    fn check(&mut self, chart: &Chart, data: &Data) -> Option<()> {
        let kind = chart.kind;
        let is_line = matches!(kind, Kind::Lines | Kind::Area);
        let (most_labels, most_figures) = if is_line {
            (MOST_POINTS, chart::MOST_POINTS)
        } else {
            (MOST_LABELS, chart::MOST_FIGURES)
        };
        let (labels, series) = (chart.labels.len(), chart.series.len());
        if labels > most_labels || series > MOST_SERIES || labels * series > most_figures {
            let args: [&dyn crate::diag::ToArg; 4] =
                [&labels, &series, &most_labels, &most_figures];
            let diagnostic = self.at_block(Msg::HugeChart, &args);
            self.diagnostics
                .push(diagnostic.help(Msg::HelpHugeChart, &[]));
            return None;
        }
        if matches!(kind, Kind::Slope | Kind::Dots) && chart.series.len() < 2 {
            let diagnostic = self.at_block(Msg::NeedsTwoColumns, &[]);
            self.diagnostics
                .push(diagnostic.help(Msg::HelpNeedsTwoColumns, &[]));
            return None;
        }
        let has_parts = matches!(kind, Kind::Pie | Kind::Stacked | Kind::Share | Kind::Area);
        if has_parts && let Some(cell) = negative(&data.table) {
            let diagnostic = self.at_data(data, &cell.place, Msg::NegativePart, &[&cell.text]);
            self.diagnostics
                .push(diagnostic.help(Msg::HelpNegativePart, &[]));
            return None;
        }
        self.check_axis(chart);
        let colours = match kind {
            Kind::Slope => chart.labels.len(),
            Kind::Pie | Kind::Heat => 0,
            _ => chart.series.len(),
        };
        if colours > chart::COLOURS {
            let diagnostic = self.at_block(Msg::ManyColours, &[&colours, &chart::COLOURS]);
            self.diagnostics
                .push(diagnostic.help(Msg::HelpManyColours, &[]));
        }
        if kind == Kind::Pie {
            self.check_pie(chart, data);
        }
        Some(())
    }

    fn check_axis(&mut self, chart: &Chart) {
        let Some(arg) = self.spec().arg("truc-tu") else {
            return;
        };
        let diagnostic = if !chart.kind.may_begin_elsewhere() {
            let kind = self.spec().text("loai").unwrap_or_default();
            self.at_arg(arg, Msg::AxisUnused, &[&kind, &arg.value])
                .help(Msg::HelpAxisUnused, &[])
        } else if chart.from.is_some() {
            self.at_arg(arg, Msg::AxisNotAtZero, &[&arg.value])
                .help(Msg::HelpAxisNotAtZero, &[])
        } else {
            return;
        };
        self.diagnostics.push(diagnostic);
    }

    fn check_pie(&mut self, chart: &Chart, data: &Data) {
        if chart.labels.len() > MOST_SLICES {
            let diagnostic = self.at_block(Msg::ManySlices, &[&chart.labels.len(), &MOST_SLICES]);
            self.diagnostics
                .push(diagnostic.help(Msg::HelpManySlices, &[]));
        }
        if let Some(second) = data.table.columns.get(2) {
            self.one_column(data, second);
        }
        let parts = chart
            .series
            .first()
            .into_iter()
            .flat_map(|series| series.values.iter().flatten());
        let sum = parts.fold(Decimal::ZERO, |sum, part| sum.plus(*part).unwrap_or(sum));
        let is_whole = sum >= Decimal::from(99) && sum <= Decimal::from(101);
        if chart.unit == "%" && !is_whole {
            let diagnostic = self.at_block(Msg::NotAHundred, &[&chart::written(sum)]);
            self.diagnostics
                .push(diagnostic.help(Msg::HelpNotAHundred, &[]));
        }
    }

    /// Says that a further column is not shown.
    fn one_column(&mut self, data: &Data, second: &Column) {
        let diagnostic = self.at_data(data, &second.place, Msg::OneColumnOnly, &[&second.name]);
        self.diagnostics
            .push(diagnostic.help(Msg::HelpOneColumnOnly, &[]));
    }

    // Maps

    fn map(mut self) -> Option<Figure> {
        let data = self.data()?;
        let table = &*data.table;
        let column = |name: &str| {
            table
                .columns
                .iter()
                .position(|column| vi::fold::fold(&column.name) == name)
        };
        let (row, column) = (column("hang"), column("cot"));
        let places: Vec<usize> = row.into_iter().chain(column).collect();
        let figures = self.figures(data, &places)?;
        let unit = self.unit(data, &figures)?;
        if let Some(second) = figures.get(1) {
            self.one_column(data, second.column);
        }
        let labels = labels(table);
        if labels.len() > MOST_LABELS {
            let args: [&dyn crate::diag::ToArg; 4] =
                [&labels.len(), &1, &MOST_LABELS, &MOST_LABELS];
            let diagnostic = self.at_block(Msg::HugeChart, &args);
            self.diagnostics
                .push(diagnostic.help(Msg::HelpHugeChart, &[]));
            return None;
        }
        let ground = match (self.source.drawing, self.spec().arg("hinh")) {
            (Some(svg), Some(arg)) => self.drawing(svg, arg, &labels, data)?,
            (None, Some(_)) => return None, // the file has been missed
            (_, None) => Ground::Tiles(tiles(table, row, column)),
        };
        let series = figures.into_iter().take(1).map(|figures| Series {
            name: figures.column.name.clone(),
            values: figures.values,
        });
        // In words a map is a row of bars.
        let figures = Chart {
            kind: Kind::Bars,
            labels,
            series: series.collect(),
            unit: unit.clone(),
            from: None,
        };
        let summary = self.words(&figures);
        let map = Box::new(Map { ground, figures });
        Some(Figure {
            drawn: Drawn::Map(map),
            title: self.title(),
            summary,
            unit,
            table: Some(Arc::clone(&data.table)),
        })
    }

    fn drawing(
        &mut self,
        svg: &str,
        arg: &Argument,
        labels: &[String],
        data: &Data,
    ) -> Option<Ground> {
        let Some((drawing, ids)) = Drawing::read(svg, labels) else {
            let diagnostic = self.at_arg(arg, Msg::BadImage, &[&arg.value]);
            self.diagnostics
                .push(diagnostic.help(Msg::HelpBadImage, &[]));
            return None;
        };
        for (label, cells) in labels.iter().zip(&data.table.rows) {
            let slug = vi::slug::slug(label);
            if drawing.places().any(|place| place == slug) {
                continue;
            }
            let diagnostic = self.at_data(
                data,
                &cells[0].place,
                Msg::NoSuchPlace,
                &[label, &arg.value],
            );
            let near = vi::near::nearest(&slug, ids.iter().map(String::as_str));
            self.diagnostics.push(match near {
                Some(near) => diagnostic.help(Msg::HelpNearPlace, &[&near, &slug]),
                None => diagnostic.help(Msg::HelpNoSuchPlace, &[&slug]),
            });
        }
        if drawing.len() > MOST_OF_MAP {
            let (size, most) = (
                vi::number::file_size(drawing.len() as u64),
                vi::number::file_size(MOST_OF_MAP as u64),
            );
            let diagnostic = self.at_arg(arg, Msg::HeavyMap, &[&size, &most]);
            self.diagnostics
                .push(diagnostic.help(Msg::HelpHeavyMap, &[]));
        }
        Some(Ground::Drawing(drawing))
    }

    // Figures in the arguments

    fn pictogram(self) -> Option<Figure> {
        let count = self.number("so")?;
        let of: u8 = self
            .spec()
            .text("tren")?
            .parse()
            .ok()
            .filter(|of| matches!(of, 10 | 100))?;
        let word = self.spec().text("hinh").unwrap_or("nguoi");
        let (_, icon) = *Icon::ALL.iter().find(|(known, _)| *known == word)?;
        if count.is_negative() || count > Decimal::from(i64::from(of)) {
            let arg = self.spec().arg("so")?;
            let diagnostic = self.at_arg(arg, Msg::MoreThanWhole, &[&arg.value, &of]);
            self.diagnostics
                .push(diagnostic.help(Msg::HelpMoreThanWhole, &[]));
            return None;
        }
        let title = self.title();
        let summary =
            Text::new(Msg::SaysOutOf, &[&chart::written(count), &of, &title]).show(Lang::Vi);
        let drawn = Drawn::Pictogram(Pictogram { count, of, icon });
        Some(Figure {
            drawn,
            title,
            summary,
            unit: String::new(),
            table: None,
        })
    }

    /// The unit that the block says, else the one behind its numbers.
    fn unit_of_progress(&mut self) -> Option<String> {
        let spec = self.spec();
        let behind = |key: &str| match vi::quantity::read(spec.text(key)?.trim())? {
            Reading::One(quantity, _) => Some(quantity.unit).filter(|unit| !unit.is_empty()),
            Reading::Two { .. } => None,
        };
        let (target, reached) = (behind("muc-tieu"), behind("dat"));
        if let (Some(target), Some(reached), Some(arg)) = (&target, &reached, spec.arg("dat"))
            && target != reached
        {
            let diagnostic = self.at_arg(arg, Msg::OtherUnit, &[&arg.value, target]);
            self.diagnostics
                .push(diagnostic.help(Msg::HelpOtherUnit, &[]));
            return None;
        }
        let said = spec.text("don-vi").map(str::to_owned);
        let unit = said.or(target).or(reached);
        if unit.is_none() {
            let diagnostic = self.at_block(Msg::NoUnit, &[]);
            self.diagnostics
                .push(diagnostic.help(Msg::HelpAdd, &[&"don-vi: \"%\""]));
        }
        unit
    }

    fn progress(mut self) -> Option<Figure> {
        let target = self.number("muc-tieu")?;
        let unit = self.unit_of_progress()?;
        if target <= Decimal::ZERO {
            let arg = self.spec().arg("muc-tieu")?;
            let diagnostic = self.at_arg(arg, Msg::BadBlockNumber, &[&arg.key, &arg.value]);
            self.diagnostics
                .push(diagnostic.help(Msg::HelpExample, &[&"80"]));
            return None;
        }
        let progress = Progress {
            reached: self.number("dat"),
            target,
            unit: unit.clone(),
        };
        let goal = progress.figure(target);
        let summary = match progress.reached {
            Some(reached) => {
                Text::new(Msg::SaysProgress, &[&progress.figure(reached), &goal]).show(Lang::Vi)
            }
            None => Text::new(Msg::SaysTarget, &[&goal]).show(Lang::Vi),
        };
        Some(Figure {
            drawn: Drawn::Progress(progress),
            title: self.title(),
            summary,
            unit,
            table: None,
        })
    }

    fn table(self) -> Option<Figure> {
        let data = self.data()?;
        let spec = self.spec();
        let unit = spec
            .text("don-vi")
            .map(str::to_owned)
            .or_else(|| data.table.unit.clone());
        Some(Figure {
            drawn: Drawn::Table,
            title: self.title(),
            summary: String::new(),
            unit: unit.unwrap_or_default(),
            table: Some(Arc::clone(&data.table)),
        })
    }
}

/// What stands in brackets at the end of a heading: a unit that nobody knows, or something else.
fn in_brackets(heading: &str) -> Option<&str> {
    let (_, inside) = heading.strip_suffix(')')?.rsplit_once('(')?;
    Some(inside.trim()).filter(|inside| !inside.is_empty())
}

/// What stands in the first column.
fn labels(table: &Table) -> Vec<String> {
    table
        .rows
        .iter()
        .map(|row| row.first().map(written).unwrap_or_default())
        .collect()
}

/// The first figure below 0.
fn negative(table: &Table) -> Option<&Cell> {
    let cells = table.rows.iter().flat_map(|row| row.iter().skip(1));
    cells.into_iter().find(|cell| {
        cell.number()
            .is_some_and(|quantity| quantity.amount.is_negative())
    })
}

/// Where tiles lie: as two columns of the table say, from 1; else in rows as long as there are rows.
fn tiles(table: &Table, row: Option<usize>, column: Option<usize>) -> Vec<(u16, u16)> {
    const MOST: i64 = 20;
    let count = table.rows.len();
    let mut width = 1;
    while width * width < count {
        width += 1;
    }
    let number = |cells: &[Cell], n: usize| {
        let value = cells.get(n)?.number()?.value()?;
        let place = (1..=MOST).find(|place| Decimal::from(*place) == value)?;
        u16::try_from(place - 1).ok()
    };
    let in_order = |n: usize| {
        let place = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        (place(n / width), place(n % width))
    };
    let rows = table.rows.iter().enumerate();
    rows.map(|(n, cells)| {
        let said = row
            .zip(column)
            .and_then(|(row, column)| Some((number(cells, row)?, number(cells, column)?)));
        said.unwrap_or_else(|| in_order(n))
    })
    .collect()
}

/// A cell as people read it.
#[must_use]
pub fn written(cell: &Cell) -> String {
    match &cell.value {
        Value::Empty => String::new(),
        // A year is no figure of thousands.
        Value::Number(quantity) if is_year(&cell.text) => quantity.amount.plain(),
        Value::Number(quantity) => quantity.to_string(),
        Value::Text | Value::Date(_) | Value::Period(_) => cell.text.clone(),
    }
}

fn is_year(text: &str) -> bool {
    text.len() == 4
        && text.bytes().all(|b| b.is_ascii_digit())
        && (text.starts_with("19") || text.starts_with("20"))
}

/// A column's heading with its unit.
#[must_use]
pub fn heading(column: &Column) -> String {
    match &column.unit {
        Some(unit) => format!("{} ({unit})", column.name),
        None => column.name.clone(),
    }
}

/// The name of the file with the table of a page's figure `n`, from 0.
#[must_use]
pub fn table_name(n: usize) -> String {
    format!("so-lieu-{}.csv", n + 1)
}

/// A table as people read it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// The headings.
    pub head: Vec<String>,
    /// Which columns hold figures.
    pub numeric: Vec<bool>,
    /// The cells.
    pub rows: Vec<Vec<String>>,
}

impl Figure {
    /// The table as people read it; none when the figures are in the arguments.
    #[must_use]
    pub fn grid(&self) -> Option<Grid> {
        let table = self.table.as_deref()?;
        let is_numeric = |n: usize| {
            let cells = table.rows.iter().filter_map(|row| row.get(n));
            n > 0 && cells.into_iter().any(|cell| cell.number().is_some())
        };
        Some(Grid {
            head: table.columns.iter().map(heading).collect(),
            numeric: (0..table.columns.len()).map(is_numeric).collect(),
            rows: table
                .rows
                .iter()
                .map(|row| row.iter().map(written).collect())
                .collect(),
        })
    }

    /// The drawing; none when the theme shows a table.
    #[must_use]
    pub fn draw(&self, sheet: &Sheet<'_>) -> Option<String> {
        match &self.drawn {
            Drawn::Chart(chart) => Some(chart.draw(sheet)),
            Drawn::Map(map) => Some(map.draw(sheet)),
            Drawn::Pictogram(pictogram) => Some(pictogram.draw(sheet)),
            Drawn::Progress(progress) => Some(progress.draw(sheet)),
            Drawn::Table => None,
        }
    }

    /// The table as a file for calculation programs.
    #[must_use]
    pub fn csv(&self) -> Option<String> {
        let table = self.table.as_deref()?;
        let head = table.columns.iter().map(heading).collect();
        let rows = table.rows.iter().map(|row| row.iter().map(bare).collect());
        Some(csv::file(std::iter::once(head).chain(rows)))
    }
}

/// A cell as a spreadsheet reads it: figures without dots between thousands.
fn bare(cell: &Cell) -> String {
    match cell
        .number()
        .filter(|quantity| quantity.unit.is_empty() || quantity.is_percent())
    {
        Some(quantity) => {
            let sign = if quantity.is_percent() { "%" } else { "" };
            let value = quantity
                .value()
                .unwrap_or(quantity.amount)
                .plain()
                .replace('.', ",");
            format!("{value}{sign}")
        }
        None => written(cell),
    }
}
