"""The evidence report of the sample portal, read by libraries that are not ours: the Word document and its tables."""

import csv
import sys
from pathlib import Path

import docx

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def wrong(folder):
    """What is wrong with the report in a folder."""
    (path,) = Path(folder).glob("*.docx")
    with next(Path(folder).glob("*-tin-bai.csv")).open(encoding="utf-8-sig", newline="") as file:
        items = list(csv.DictReader(file, delimiter=";"))
    document = docx.Document(path)
    section = document.sections[0]
    lengths = {
        "width": (section.page_width.mm, 210, 210),
        "height": (section.page_height.mm, 297, 297),
        "top": (section.top_margin.mm, 20, 25),
        "bottom": (section.bottom_margin.mm, 20, 25),
        "left": (section.left_margin.mm, 30, 35),
        "right": (section.right_margin.mm, 15, 20),
    }
    for name, (length, low, high) in lengths.items():
        if not low - 0.1 <= length <= high + 0.1:
            yield f"{name}: {length:.2f} mm, not {low} to {high}"
    if not section.different_first_page_header_footer:
        yield "the first page has a number"
    head = document.tables[0].rows[0].cells[1].text
    if not head.startswith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"):
        yield f"the national title is “{head}”"
    fonts = {fonts.get(f"{WORD}ascii") for fonts in document.styles.element.iter(f"{WORD}rFonts")}
    if fonts != {"Times New Roman"}:
        yield f"fonts: {fonts}"
    # Every item in the list has its link, and it is the one of the table for calculation programs.
    def links_of(element):
        return [document.part.rels[link.get(RELATION)].target_ref for link in element.iter(f"{WORD}hyperlink")]

    lists = [table for table in document.tables if any(cell.text == "Ngày đăng" for cell in table.rows[0].cells)]
    listed = [link for table in lists for link in links_of(table._element)]
    if not items or listed != [item["Đường dẫn"] for item in items]:
        yield f"{len(listed)} links for {len(items)} items"
    links = links_of(document.element)
    if not all(link.startswith("https://") for link in links):
        yield "links that are not absolute"
    styles = {style.style_id for style in document.styles}
    used = {paragraph.get(f"{WORD}val") for paragraph in document.element.iter(f"{WORD}pStyle")}
    if used - styles:
        yield f"styles that are not there: {used - styles}"


found = list(wrong(sys.argv[1]))
for reason in found:
    print(reason)
print("the report is fine" if not found else f"{len(found)} wrong")
sys.exit(bool(found))
