use std::time::Instant;
fn main(){
    let dir=std::env::args().nth(1).unwrap();
    let files:Vec<(std::sync::Arc<str>,Vec<u8>)>=walkdir::WalkDir::new(dir).into_iter().filter_map(|e|e.ok()).filter(|e|e.path().extension().is_some_and(|x|x=="md")).take(std::env::args().nth(2).map_or(3000,|n|n.parse().unwrap())).map(|e|(format!("content/{}",e.file_name().to_string_lossy()).into(),std::fs::read(e.path()).unwrap())).collect();
    let t=Instant::now(); let mut n=0;
    for (p,b) in &files { let x=trangxa::parse::page(p,b,Default::default()); n+=x.body.html.len(); }
    println!("page {:?} per doc, {n}", t.elapsed()/files.len() as u32);
    for _ in 0..0 {for (p,b) in &files { let x=trangxa::parse::page(p,b,Default::default()); n+=x.body.html.len(); }}
  if true {return;}  let t=Instant::now(); let mut n=0;
    for (_,b) in &files { n+=trangxa::parse::decode(b).unwrap().text.len(); }
    println!("decode {:?}, {n}", t.elapsed()/files.len() as u32);
    let t=Instant::now(); let mut n=0;
    for (_,b) in &files { let s=std::str::from_utf8(b).unwrap(); let i=s[4..].find("\n+++").unwrap()+4; let mut d=vec![]; n+=trangxa::parse::fields::read(&s[4..i],"x",0,&mut d).0.len(); }
    println!("toml {:?}, {n}", t.elapsed()/files.len() as u32);
    let t=Instant::now(); let mut n=0;
    for (_,b) in &files { let s=std::str::from_utf8(b).unwrap(); let i=s[4..].find("\n+++").unwrap()+8; let mut h=String::new(); pulldown_cmark::html::push_html(&mut h, pulldown_cmark::Parser::new_ext(&s[i..],trangxa::parse::markdown::extensions())); n+=h.len(); }
    println!("pulldown {:?}, {n}", t.elapsed()/files.len() as u32);
    let t=Instant::now(); let mut n=0;
    for (_,b) in &files { let s=std::str::from_utf8(b).unwrap(); for l in s.lines(){ n+=trangxa::vi::cite::find(l).len(); }}
    println!("cite {:?}, {n}", t.elapsed()/files.len() as u32);
    let t=Instant::now(); let mut n=0;
    for (_,b) in &files { let s=std::str::from_utf8(b).unwrap(); for l in s.lines(){ n+=trangxa::vi::date::find_weekdays(l).len(); }}
    println!("weekdays {:?}, {n}", t.elapsed()/files.len() as u32);
    let t=Instant::now(); let mut n=0;
    for (_,b) in &files { let s=std::str::from_utf8(b).unwrap(); for l in s.lines(){ n+=trangxa::vi::date::find_impossible(l).len(); }}
    println!("impossible {:?}, {n}", t.elapsed()/files.len() as u32);
    let t=Instant::now(); let mut n=0;
    for (_,b) in &files { let s=std::str::from_utf8(b).unwrap(); for l in s.lines(){ n+=trangxa::vi::legacy::detect(l).is_some() as usize; }}
    println!("legacy {:?}, {n}", t.elapsed()/files.len() as u32);
    let t=Instant::now(); let mut n=0;
    for (_,b) in &files { let s=std::str::from_utf8(b).unwrap(); for l in s.lines(){ n+=l.split_whitespace().count(); }}
    println!("words {:?}, {n}", t.elapsed()/files.len() as u32);
    let t=Instant::now(); let mut n=0;
    for (_,b) in &files { let s=std::str::from_utf8(b).unwrap(); for l in s.lines(){ n+=l.contains("**") as usize; }}
    println!("stars {:?}, {n}", t.elapsed()/files.len() as u32);
    let t=Instant::now(); let mut n=0;
    for (_,b) in &files { let s=std::str::from_utf8(b).unwrap(); n+=trangxa::vi::fold::nfc(s).len(); }
    println!("nfc {:?}, {n}", t.elapsed()/files.len() as u32);
}
