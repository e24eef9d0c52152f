#!/usr/bin/env python3
"""Writes a portal of N Vietnamese articles for the benchmark: `OUT/trangxa`, and with `--hugo` the same for Hugo.

usage: gen_site.py --n 1000 --out DIR [--hugo]

12 sections of uneven size, tags, units and authors; bodies of about 6.7 KB with headings, lists, tables, quotations,
pictures, footnotes and links to other articles. The same N gives the same bytes everywhere. Standard library only.
"""
import argparse
import datetime
import os
import random
import shutil
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
BASE_URL = "https://xa-mau.example.vn"
TITLE = "Cổng thông tin điện tử xã Mẫu"
DESCRIPTION = "Thông tin của Đảng ủy, HĐND, UBND xã: tin tức, văn bản, thủ tục hành chính, chuyển đổi số, Nghị quyết 57-NQ/TW."

# Title and weight of every section.
SECTIONS = [
    ("Tin tức", 26), ("Thông báo", 14), ("Nghị quyết 57", 11), ("Chuyển đổi số", 10), ("Dịch vụ công", 8),
    ("Chỉ đạo điều hành", 8), ("Kinh tế – Nông nghiệp", 6), ("Văn hóa – Xã hội", 5), ("An ninh – Quốc phòng", 4),
    ("Infographic", 3), ("Chiến dịch", 3), ("Hỏi – Đáp", 2),
]
TAGS = """chuyển đổi số|Nghị quyết 57|dịch vụ công trực tuyến|cải cách hành chính|Đề án 06|định danh điện tử|VNeID|tổ công nghệ số
bình dân học vụ số|chính quyền số|kinh tế số|xã hội số|khoa học công nghệ|đổi mới sáng tạo|an toàn thông tin|chữ ký số|hộ tịch
thanh toán số|dữ liệu dân cư|căn cước|đất đai|xây dựng|nông thôn mới|OCOP|nông nghiệp số|thương mại điện tử|mùa vụ|thú y
bảo hiểm y tế|bảo hiểm xã hội|y tế cơ sở|giáo dục|khuyến học|thanh niên|phụ nữ|cựu chiến binh|nông dân|mặt trận|đại đoàn kết
xây dựng Đảng|tiếp công dân|đối thoại|giám sát|thiên tai|cháy nổ|an ninh trật tự|lừa đảo qua mạng|ma túy|nghĩa vụ quân sự
đền ơn đáp nghĩa|giảm nghèo|vay vốn|việc làm|môi trường|rác thải|nước sạch|giao thông|văn hóa|thể thao|lễ hội|truyền thanh
mã QR|hợp tác xã|trường học|người cao tuổi|trẻ em""".replace("\n", "|").split("|")
UNITS = """Ủy ban nhân dân xã|Hội đồng nhân dân xã|Đảng ủy xã|Công an xã|Ban Chỉ huy Quân sự xã|Trung tâm Phục vụ hành chính công
Phòng Kinh tế|Phòng Văn hóa – Xã hội|Trạm Y tế xã|Mặt trận Tổ quốc xã|Hội Phụ nữ xã|Đoàn Thanh niên xã|Hội Nông dân xã
Hội Cựu chiến binh xã|Tổ công nghệ số cộng đồng""".replace("\n", "|").split("|")
AUTHORS = [f"Biên tập viên {i:02}" for i in range(1, 25)]
PLACES = ["thôn Đông", "thôn Đoài", "thôn Thượng", "thôn Hạ", "thôn Bến Đá", "thôn Cây Gạo", "khu dân cư số 3", "thôn Đồng Tâm"]
VERBS = ["phối hợp tổ chức", "đẩy mạnh", "triển khai đồng bộ", "ban hành kế hoạch", "tập trung chỉ đạo", "tăng cường kiểm tra",
         "hướng dẫn nhân dân thực hiện", "phát động", "rà soát, đánh giá", "tuyên truyền sâu rộng", "tiếp tục duy trì"]
THINGS = ["chuyển đổi số trong cộng đồng dân cư", "nộp hồ sơ trực tuyến toàn trình", "phong trào bình dân học vụ số",
          "kích hoạt tài khoản định danh điện tử", "thanh toán không dùng tiền mặt tại chợ", "số hóa hồ sơ, kết quả giải quyết thủ tục",
          "hệ thống truyền thanh thông minh", "mã QR tra cứu thủ tục hành chính", "bảo đảm an toàn thông tin mạng",
          "đưa nông sản lên sàn thương mại điện tử", "chữ ký số cá nhân cho người dân", "sổ sức khỏe điện tử",
          "vệ sinh môi trường, thu gom rác thải", "phòng, chống lừa đảo trên không gian mạng"]
AIMS = ["nhằm nâng cao chất lượng phục vụ người dân và doanh nghiệp", "góp phần hoàn thành sớm các chỉ tiêu của năm",
        "với phương châm lấy người dân làm trung tâm", "bảo đảm rõ người, rõ việc, rõ thời gian, rõ kết quả",
        "để không ai bị bỏ lại phía sau", "giúp rút ngắn thời gian giải quyết hồ sơ", "gắn với xây dựng nông thôn mới nâng cao"]
SENTENCES = [
    "Sáng ngày {d}, {u} {v} {t} {a}.", "Tại {p}, {u} đã {v} {t}, thu hút hơn {n} lượt người tham gia.",
    "Theo báo cáo của {u}, đến nay toàn xã có {n} hộ gia đình tiếp cận {t}, đạt {m}% kế hoạch.",
    "Người dân chỉ cần chuẩn bị căn cước công dân, đăng nhập Cổng Dịch vụ công quốc gia và làm theo hướng dẫn từng bước.",
    "Kết quả bước đầu cho thấy tỷ lệ hồ sơ nộp trực tuyến đạt {m}%, cao hơn so với cùng kỳ năm trước.",
    "Thời gian tới, {u} tiếp tục {v} {t}, {a}.", "Bên cạnh kết quả đạt được, {p} còn khó khăn về hạ tầng mạng và thiết bị.",
    "Các thành viên tổ công nghệ số đến từng nhà, cầm tay chỉ việc, hướng dẫn bà con cài đặt và sử dụng ứng dụng.",
    "Đối với người cao tuổi, người khuyết tật, cán bộ đến tận nơi ở để hỗ trợ thực hiện thủ tục.",
    "Mọi thông tin chi tiết xin liên hệ bộ phận tiếp nhận và trả kết quả trong giờ hành chính.",
    "Mô hình được đánh giá là sáng tạo, ít tốn kém, dễ nhân rộng và phù hợp với điều kiện của địa phương.",
    "Người dân tuyệt đối không cung cấp mã OTP, mật khẩu cho bất kỳ ai và không truy cập các đường liên kết lạ.",
    "Sau {k} tháng thực hiện, {u} đã tiếp nhận {n} hồ sơ, trong đó giải quyết đúng hạn đạt {m}%.",
    "Việc số hóa dữ liệu phải bảo đảm đúng, đủ, sạch, sống, thống nhất và dùng chung giữa các cơ quan, đơn vị.",
]
HEADINGS = ["Mục đích, yêu cầu", "Nội dung triển khai", "Kết quả bước đầu", "Đối tượng áp dụng", "Trình tự thực hiện",
            "Hồ sơ cần chuẩn bị", "Tổ chức thực hiện", "Khó khăn, vướng mắc", "Kiến nghị, đề xuất", "Số liệu nổi bật"]
SUBHEADINGS = ["Về phía cơ quan nhà nước", "Về phía người dân", "Về hạ tầng số", "Về kinh phí", "Về dữ liệu"]
STEPS = ["Chuẩn bị bản chụp giấy tờ gốc", "Đăng nhập bằng tài khoản định danh", "Kiểm tra thông tin cá nhân", "Chọn cơ quan tiếp nhận",
         "Nộp lệ phí trực tuyến", "Theo dõi trạng thái hồ sơ bằng mã số", "Nhận kết quả bản điện tử có ký số"]
TITLES = ["{u} {v} {t}", "{v} {t} tại {p}", "Kết quả {t} năm {y}", "Hướng dẫn {t}", "Thông báo về việc {v} {t}", "{p}: {v} {t}"]
PICTURES = [f"anh-{i}" for i in range(6)]


def slug(text):
    text = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d")).lower()
    kept = "".join(c if c.isascii() and c.isalnum() else " " for c in text if not unicodedata.combining(c))
    return "-".join(kept.split())


def fill(rnd, pattern):
    text = pattern.format(
        u=rnd.choice(UNITS), v=rnd.choice(VERBS), t=rnd.choice(THINGS), a=rnd.choice(AIMS), p=rnd.choice(PLACES), k=rnd.randint(4, 9),
        n=rnd.randint(12, 980), m=rnd.randint(40, 99), d=f"{rnd.randint(1, 28)}/{rnd.randint(1, 12)}", y=rnd.randint(2020, 2025))
    return text[:1].upper() + text[1:]


def plan(n):
    """Section, title, slug and date of every article; needed first, because articles link to each other."""
    rnd = random.Random(f"plan {n}")
    sections = rnd.choices(range(len(SECTIONS)), weights=[weight for _, weight in SECTIONS], k=n)
    minutes = rnd.sample(range(6 * 365 * 24 * 60), n)
    start = datetime.datetime(2020, 1, 1, 7)
    rows = []
    for i in range(n):
        title = fill(rnd, rnd.choice(TITLES))
        date = (start + datetime.timedelta(minutes=minutes[i])).strftime("%Y-%m-%dT%H:%M:00+07:00")
        rows.append((slug(SECTIONS[sections[i]][0]), title, f"{slug(title)[:64].strip('-')}-{i + 1}", date))
    return rows


def body(rnd, rows):
    links = [rnd.choice(rows) for _ in range(rnd.randint(1, 4))]

    def paragraph():
        sentences = [fill(rnd, rnd.choice(SENTENCES)) for _ in range(rnd.randint(3, 6))]
        if rnd.random() < 0.35:
            sentences[0] = f"**{rnd.choice(THINGS)}**: {sentences[0]}"
        if links and rnd.random() < 0.45:
            section, title, name, _ = links.pop()
            sentences.insert(1, f"Xem thêm: [{title}](/{section}/{name}/).")
        return " ".join(sentences)

    def extra():
        x = rnd.random()
        some = rnd.sample(STEPS, rnd.randint(3, 6))
        if x < 0.26:
            return "\n".join(f"- {step};" for step in some)
        if x < 0.42:
            return "\n".join(f"{i + 1}. {step}." for i, step in enumerate(some))
        if x < 0.50:
            return f"> {fill(rnd, rnd.choice(SENTENCES))}"
        if x < 0.58:
            lines = "\n".join(f"| {step} | {rnd.randint(10, 990)} | {rnd.randint(10, 990)} |" for step in some)
            return f"| Chỉ tiêu | Kế hoạch | Thực hiện |\n|---|---:|---:|\n{lines}"
        return f"![{rnd.choice(THINGS)}](/img/{rnd.choice(PICTURES)}.svg)" if x < 0.66 else paragraph()

    out = [paragraph()]
    for heading in rnd.sample(HEADINGS, rnd.randint(2, 7)):
        out += [f"## {heading}", paragraph(), extra()]
        if rnd.random() < 0.35:
            out += [f"### {rnd.choice(SUBHEADINGS)}", paragraph()]
    if rnd.random() < 0.12:
        out[0] += "[^1]"
        out.append("[^1]: Số liệu tính đến hết ngày cuối cùng của tháng báo cáo.")
    return "\n\n".join(out) + "\n"


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def statics(folder):
    for i, name in enumerate(PICTURES):
        bars = "".join(f'<rect x="{30 * j}" y="{(j * 37 + i * 53) % 150}" width="22" height="90"/>' for j in range(24))
        write(f"{folder}/img/{name}.svg", f'<svg xmlns="http://www.w3.org/2000/svg" width="760" height="240">{bars}</svg>\n')


def generate(n, out, hugo=False):
    ours, theirs = f"{out}/trangxa", f"{out}/hugo"
    head = f"title = {quoted(TITLE)}\n"
    menu = "".join(f"\n[[menu]]\ntitle = {quoted(t)}\nurl = \"/{slug(t)}/\"\n" for t, _ in SECTIONS)
    about = f"description = {quoted(DESCRIPTION)}\n"
    write(f"{ours}/site.toml", f"{head}{about}base_url = \"{BASE_URL}\"\npaginate = 20\nfeed_limit = 20\n{menu}")
    write(f"{ours}/content/_data/units.toml", "".join(f"[[unit]]\nid = \"{slug(u)}\"\nname = {quoted(u)}\n\n" for u in UNITS))
    write(f"{ours}/content/_index.md", f"+++\n{head}+++\n")
    statics(f"{ours}/static")
    if hugo:
        shutil.copytree(f"{HERE}/hugo", theirs, dirs_exist_ok=True)
        menu = "".join(f"[[params.menu]]\nname = {quoted(t)}\nurl = \"/{slug(t)}/\"\nslug = \"{slug(t)}\"\n" for t, _ in SECTIONS)
        with open(f"{HERE}/hugo/hugo.toml", encoding="utf-8") as file:
            write(f"{theirs}/hugo.toml", f"baseURL = \"{BASE_URL}/\"\n{head}{file.read()}\n[params]\n{about}{menu}")
        write(f"{theirs}/content/_index.md", f"+++\n{head}+++\n")
        for name, title in (("the", "Thẻ"), ("don-vi", "Đơn vị"), ("tac-gia", "Tác giả")):
            write(f"{theirs}/content/{name}/_index.md", f"+++\ntitle = {quoted(title)}\n+++\n")
        for kind in "css/site.css", "js/site.js", "favicon.svg":
            os.makedirs(os.path.dirname(f"{theirs}/static/{kind}"), exist_ok=True)
            shutil.copyfile(f"{HERE}/theme/static/{os.path.basename(kind)}", f"{theirs}/static/{kind}")
        statics(f"{theirs}/static")
    for i, (title, _) in enumerate(SECTIONS):
        text = f"+++\ntitle = {quoted(title)}\ndescription = \"Chuyên mục {title}.\"\nweight = {i + 1}\n+++\nChuyên mục {title}.\n"
        for site in [ours, theirs] if hugo else [ours]:
            write(f"{site}/content/{slug(title)}/_index.md", text)
    rows, size = plan(n), 0
    weights = [1 / (1 + k) ** 0.6 for k in range(len(TAGS))]
    for i, (section, title, name, date) in enumerate(rows):
        rnd = random.Random(f"article {i}")
        text = body(rnd, rows)
        size += len(text.encode())
        tags = ", ".join(quoted(tag) for tag in dict.fromkeys(rnd.choices(TAGS, weights, k=rnd.randint(2, 5))))
        unit, author, picture = rnd.choice(UNITS), rnd.choice(AUTHORS), rnd.choice(PICTURES)
        front = (f"title = {quoted(title)}\nslug = \"{name}\"\ndate = {date}\ndescription = {quoted(fill(rnd, rnd.choice(SENTENCES)))}\n")
        write(f"{ours}/content/{section}/{name}.md", f"+++\n{front}tags = [{tags}]\nunit = \"{slug(unit)}\"\nauthor = \"{author}\"\n"
              f"image = \"/img/{picture}.svg\"\nimage_alt = {quoted(title)}\n+++\n\n{text}")
        if hugo:
            write(f"{theirs}/content/{section}/{name}.md", f"+++\n{front}the = [{tags}]\ndon-vi = [{quoted(unit)}]\ntac-gia = [\"{author}\"]\n\n"
                  f"[params]\nimage = \"{picture}\"\n+++\n\n{text}")
    return size


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--n", type=int, required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--hugo", action="store_true", help="the same articles for Hugo too")
    options = parser.parse_args()
    bytes_ = generate(options.n, options.out, options.hugo)
    print(f"{options.n} articles, {bytes_ / 1e6:.1f} MB of Markdown -> {options.out}")
