//! Two Aho-Corasick libraries on the names and the text that kith is measured on.
//!
//!     kith-peers TOOL CASE ARTICLES NAMES PASSES [lost]
//!
//! TOOL is daachorse or aho-corasick, CASE spelt or any, NAMES a file with a name a line.
//! Prints one line: the tool and its version, seconds to build, megabytes resident,
//! megabytes of text a second (the best of PASSES), and how many matches begin and end
//! where words do. With `lost`, one number more: matches that a longer name took away which
//! ends inside a word.
//!
//! An automaton knows no folding: for any case, names and text are put into lower case
//! beforehand, and only the search with its look at the boundaries is timed. This is to its
//! advantage.
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

type Span = (usize, usize);

/// One of the libraries, made to take the longest of the names that begin first.
enum Automaton {
    Daachorse(daachorse::DoubleArrayAhoCorasick<u32>),
    AhoCorasick(aho_corasick::AhoCorasick),
}

impl Automaton {
    fn build(tool: &str, names: &[String]) -> Automaton {
        if tool == "daachorse" {
            let built = daachorse::DoubleArrayAhoCorasickBuilder::new()
                .match_kind(daachorse::MatchKind::LeftmostLongest)
                .build(names)
                .expect("daachorse takes the names");
            return Automaton::Daachorse(built);
        }
        let built = aho_corasick::AhoCorasick::builder()
            .match_kind(aho_corasick::MatchKind::LeftmostLongest)
            .build(names)
            .expect("aho-corasick takes the names");
        Automaton::AhoCorasick(built)
    }

    /// Hand each match that is made of whole words to `visit`.
    fn search(&self, text: &str, mut visit: impl FnMut(Span)) {
        let mut check = |begin, end| {
            if is_aligned(text, begin, end) {
                visit((begin, end));
            }
        };
        match self {
            Automaton::Daachorse(built) => built
                .leftmost_find_iter(text)
                .for_each(|found| check(found.start(), found.end())),
            Automaton::AhoCorasick(built) => built
                .find_iter(text)
                .for_each(|found| check(found.start(), found.end())),
        }
    }
}

/// Does no word go on across either end?
fn is_aligned(text: &str, begin: usize, end: usize) -> bool {
    let joins = |at: usize| {
        let before = text[..at].chars().next_back();
        let behind = text[at..].chars().next();
        matches!((before, behind), (Some(a), Some(b)) if a.is_alphanumeric() && b.is_alphanumeric())
    };
    !joins(begin) && !joins(end)
}

/// Text files, in order of their paths.
fn list_articles(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of articles") {
        let path = entry.expect("an entry of the folder").path();
        if path.is_dir() {
            list_articles(&path, paths);
        } else if path.extension().is_some_and(|end| end == "txt") {
            paths.push(path);
        }
    }
    paths.sort();
}

fn read(path: &Path, any_case: bool) -> String {
    let bytes = fs::read(path).expect("a readable file");
    let text = String::from_utf8_lossy(&bytes);
    if any_case {
        text.to_lowercase()
    } else {
        text.into_owned()
    }
}

/// Each once: daachorse refuses a name that comes again.
fn read_names(path: &str, any_case: bool) -> Vec<String> {
    let mut seen = HashSet::new();
    read(Path::new(path), any_case)
        .lines()
        .filter(|name| !name.is_empty() && seen.insert(name.to_string()))
        .map(str::to_string)
        .collect()
}

/// Seconds that this process has been on a core: another that shares it does not count.
fn now() -> f64 {
    let told = fs::read_to_string("/proc/self/schedstat").expect("Linux");
    told.split_whitespace()
        .next()
        .unwrap()
        .parse::<f64>()
        .unwrap()
        * 1e-9
}

/// Megabytes resident now.
fn resident() -> f64 {
    let status = fs::read_to_string("/proc/self/status").expect("Linux");
    let line = status
        .lines()
        .find(|line| line.starts_with("VmRSS"))
        .unwrap();
    line.split_whitespace()
        .nth(1)
        .unwrap()
        .parse::<f64>()
        .unwrap()
        * 1.024
        / 1e3
}

/// What matching by words gives: from left to right the longest name made of whole words.
fn right_spans(every: &daachorse::DoubleArrayAhoCorasick<u32>, text: &str) -> Vec<Span> {
    let mut spans: Vec<Span> = every
        .find_overlapping_iter(text)
        .map(|found| (found.start(), found.end()))
        .filter(|&(begin, end)| is_aligned(text, begin, end))
        .collect();
    spans.sort_by_key(|&(begin, end)| (begin, usize::MAX - end));
    let mut free = 0;
    spans.retain(|&(begin, end)| {
        let is_taken = begin >= free;
        free = if is_taken { end } else { free };
        is_taken
    });
    spans
}

fn count_lost(automaton: &Automaton, names: &[String], articles: &[String]) -> usize {
    let every = daachorse::DoubleArrayAhoCorasick::new(names).expect("daachorse");
    let mut lost = 0;
    for text in articles {
        let mut found = HashSet::new();
        automaton.search(text, |span| {
            found.insert(span);
        });
        lost += right_spans(&every, text)
            .iter()
            .filter(|span| !found.contains(span))
            .count();
    }
    lost
}

fn version(tool: &str) -> &'static str {
    let lock = include_str!("../Cargo.lock");
    let entry = lock
        .split("[[package]]")
        .find(|entry| entry.contains(&format!("name = \"{tool}\"\n")));
    entry
        .and_then(|entry| entry.split('"').nth(3))
        .unwrap_or("?")
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, tool, case, folder, names_path, passes, rest @ ..] = arguments.as_slice() else {
        eprintln!("usage: kith-peers TOOL CASE ARTICLES NAMES PASSES [lost]");
        std::process::exit(2);
    };
    let any_case = case == "any";
    let passes: u32 = passes.parse().expect("a number of passes");
    let mut paths = Vec::new();
    list_articles(Path::new(folder), &mut paths);
    let bytes: u64 = paths
        .iter()
        .map(|path| fs::metadata(path).unwrap().len())
        .sum();
    let articles: Vec<String> = paths.iter().map(|path| read(path, any_case)).collect();

    let before = resident();
    let begin = now();
    let automaton = Automaton::build(tool, &read_names(names_path, any_case));
    let build = now() - begin;
    let memory = resident() - before;

    let mut best = f64::INFINITY;
    let mut matches = 0;
    for _ in 0..passes {
        matches = 0;
        let begin = now();
        for text in &articles {
            automaton.search(text, |_| matches += 1);
        }
        best = best.min(now() - begin);
    }
    let speed = bytes as f64 / 1e6 / best;
    print!(
        "{tool} {}\t{build:.2}\t{memory:.0}\t{speed:.1}\t{matches}",
        version(tool)
    );
    if rest.first().is_some_and(|word| word == "lost") {
        let names = read_names(names_path, any_case);
        print!("\t{}", count_lost(&automaton, &names, &articles));
    }
    println!();
}
