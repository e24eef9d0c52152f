//! Mistakes in blocks that show figures, and in the files of figures that they use.

use super::cases::Case;

/// Every case.
pub const CASES: &[Case] = &[
    Case {
        code: "unclosed-fence",
        site: r##"
-- content/a.md --
+++
title = "Bài"
+++
```bieu-do
loai: cot
tieu-de: Hồ sơ
nguon: Một cửa
ky: 2026
don-vi: hồ sơ

| Năm | Số |
| --- | --- |
| 2025 | 12 |
"##,
        vi: r##"
lỗi[unclosed-fence]: khối “```bieu-do” không có dòng ``` kết thúc
 --> content/a.md:4:1
  |
4 | ```bieu-do
  | ^^^^^^^^^^
  |
  = cách sửa: thêm một dòng chỉ có ``` sau nội dung của khối
"##,
        en: r##"
error[unclosed-fence]: the block “```bieu-do” has no closing ```
 --> content/a.md:4:1
  |
4 | ```bieu-do
  | ^^^^^^^^^^
  |
  = help: add a line with only ``` after what the block holds
"##,
    },
    Case {
        code: "unknown-block",
        site: r##"
-- content/a.md --
+++
title = "Bài"
+++
```bieu-doo
loai: cot
```
"##,
        vi: r##"
lỗi[unknown-block]: không có khối “bieu-doo”
 --> content/a.md:4:4
  |
4 | ```bieu-doo
  |    ^^^^^^^^
  |
  = cách sửa: có phải bạn muốn viết “bieu-do”?
"##,
        en: r##"
error[unknown-block]: there is no block “bieu-doo”
 --> content/a.md:4:4
  |
4 | ```bieu-doo
  |    ^^^^^^^^
  |
  = help: did you mean “bieu-do”?
"##,
    },
    Case {
        code: "unknown-block-argument",
        site: r##"
-- content/a.md --
+++
title = "Bài"
+++
```hoi-dap
hoi: Ở đâu?
nguoi: Bà Tám
```
"##,
        vi: r##"
lỗi[unknown-block-argument]: khối “hoi-dap” không có tham số “nguoi”
 --> content/a.md:6:1
  |
6 | nguoi: Bà Tám
  | ^^^^^
  |
  = cách sửa: dùng được: hoi, tra-loi, ngay
"##,
        en: r##"
error[unknown-block-argument]: the block “hoi-dap” has no argument “nguoi”
 --> content/a.md:6:1
  |
6 | nguoi: Bà Tám
  | ^^^^^
  |
  = help: known: hoi, tra-loi, ngay
"##,
    },
    Case {
        code: "missing-block-argument",
        site: r##"
-- content/a.md --
+++
title = "Bài"
+++
```bieu-do
loai: cot
tieu-de: Hồ sơ

| Năm | Số (hồ sơ) |
| --- | --- |
| 2025 | 12 |
```
"##,
        vi: r##"
lỗi[missing-block-argument]: khối “bieu-do” thiếu tham số “ky”
 --> content/a.md:4:1
  |
4 | ```bieu-do
  | ^^^^^^^^^^
  |
  = cách sửa: thêm: ky: quý I/2026

lỗi[missing-block-argument]: khối “bieu-do” thiếu tham số “nguon”
 --> content/a.md:4:1
  |
4 | ```bieu-do
  | ^^^^^^^^^^
  |
  = cách sửa: thêm: nguon: Bộ phận Một cửa xã
"##,
        en: r##"
error[missing-block-argument]: the block “bieu-do” lacks the argument “ky”
 --> content/a.md:4:1
  |
4 | ```bieu-do
  | ^^^^^^^^^^
  |
  = help: add: ky: quý I/2026

error[missing-block-argument]: the block “bieu-do” lacks the argument “nguon”
 --> content/a.md:4:1
  |
4 | ```bieu-do
  | ^^^^^^^^^^
  |
  = help: add: nguon: Bộ phận Một cửa xã
"##,
    },
    Case {
        code: "duplicate-key",
        site: r##"
-- content/a.md --
+++
title = "Bài"
+++
::: hoi-dap hoi="Ở đâu?" hoi="Khi nào?"
Tại xã.
:::
"##,
        vi: r##"
lỗi[duplicate-key]: mục “hoi” viết hai lần
 --> content/a.md:4:26
  |
4 | ::: hoi-dap hoi="Ở đâu?" hoi="Khi nào?"
  |                          ^^^
  |
  = cách sửa: giữ một dòng, xóa dòng kia
xem thêm: lần đầu ở đây
 --> content/a.md:4:18
  |
4 | ::: hoi-dap hoi="Ở đâu?" hoi="Khi nào?"
  |                  ^^^^^^
"##,
        en: r##"
error[duplicate-key]: the key “hoi” stands twice
 --> content/a.md:4:26
  |
4 | ::: hoi-dap hoi="Ở đâu?" hoi="Khi nào?"
  |                          ^^^
  |
  = help: keep one line, delete the other
note: the first is here
 --> content/a.md:4:18
  |
4 | ::: hoi-dap hoi="Ở đâu?" hoi="Khi nào?"
  |                  ^^^^^^
"##,
    },
    Case {
        code: "bad-choice",
        site: r##"
-- content/a.md --
+++
title = "Bài"
+++
```bieu-do
loai: cộtt
tieu-de: Hồ sơ tăng
don-vi: hồ sơ
nguon: Một cửa
ky: 2026

| Năm | Số |
| --- | --- |
| 2025 | 12 |
| 2026 | 15 |
```
"##,
        vi: r##"
lỗi[bad-choice]: “cộtt” không dùng được cho “loai”
 --> content/a.md:5:7
  |
5 | loai: cộtt
  |       ^^^^
  |
  = cách sửa: có phải bạn muốn viết “cot”?
"##,
        en: r##"
error[bad-choice]: “cộtt” cannot be used for “loai”
 --> content/a.md:5:7
  |
5 | loai: cộtt
  |       ^^^^
  |
  = help: did you mean “cot”?
"##,
    },
    Case {
        code: "bad-block-number",
        site: r##"
-- content/a.md --
+++
title = "Bài"
+++
```tien-do
nhan: Dịch vụ công
muc-tieu: nhiều
don-vi: "%"
nguon: Kế hoạch
ky: 2030
```
"##,
        vi: r##"
lỗi[bad-block-number]: “muc-tieu” phải là một con số, không phải “nhiều”
 --> content/a.md:6:11
  |
6 | muc-tieu: nhiều
  |           ^^^^^
  |
  = cách sửa: ví dụ: 80
"##,
        en: r##"
error[bad-block-number]: “muc-tieu” must be a number, not “nhiều”
 --> content/a.md:6:11
  |
6 | muc-tieu: nhiều
  |           ^^^^^
  |
  = help: for example: 80
"##,
    },
    Case {
        code: "bad-block-number",
        site: r##"
-- content/a.md --
+++
title = "Bài"
+++
```tien-do
nhan: Dịch vụ công
muc-tieu: 0
don-vi: "%"
nguon: Kế hoạch
ky: 2030
```
"##,
        vi: r##"
lỗi[bad-block-number]: “muc-tieu” phải là một con số, không phải “0”
 --> content/a.md:6:11
  |
6 | muc-tieu: 0
  |           ^
  |
  = cách sửa: ví dụ: 80
"##,
        en: r##"
error[bad-block-number]: “muc-tieu” must be a number, not “0”
 --> content/a.md:6:11
  |
6 | muc-tieu: 0
  |           ^
  |
  = help: for example: 80
"##,
    },
    Case {
        code: "ambiguous-argument",
        site: r##"
-- content/a.md --
+++
title = "Bài"
+++
```tien-do
nhan: Hồ sơ
dat: 1.234
muc-tieu: 2000
don-vi: hồ sơ
nguon: Một cửa
ky: 2026
```
"##,
        vi: r##"
lỗi[ambiguous-argument]: “1.234” đọc được hai cách
 --> content/a.md:6:6
  |
6 | dat: 1.234
  |      ^^^^^
  |
  = cách sửa: viết 1234 hoặc 1,234
"##,
        en: r##"
error[ambiguous-argument]: “1.234” can be read in two ways
 --> content/a.md:6:6
  |
6 | dat: 1.234
  |      ^^^^^
  |
  = help: write 1234 or 1,234
"##,
    },
    Case {
        code: "long-block-title",
        site: r##"
-- content/a.md --
+++
title = "Bài"
+++
```bieu-do
loai: cot
tieu-de: Hồ sơ nộp qua cổng dịch vụ công của xã trong sáu tháng đầu năm tăng gần gấp đôi
don-vi: hồ sơ
nguon: Một cửa
ky: 2026

| Năm | Số |
| --- | --- |
| 2025 | 12 |
| 2026 | 15 |
```
"##,
        vi: r##"
cảnh báo[long-block-title]: tiêu đề dài 19 chữ; người xem nhớ được nhiều nhất khoảng 15 chữ
 --> content/a.md:6:10
  |
6 | tieu-de: Hồ sơ nộp qua cổng dịch vụ công của xã trong sáu tháng đầu năm tăng gần gấp đôi
  |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: chỉ nói điều quan trọng nhất, phần còn lại đưa xuống phu-de
"##,
        en: r##"
warning[long-block-title]: the title has 19 words; readers keep about 15 in mind
 --> content/a.md:6:10
  |
6 | tieu-de: Hồ sơ nộp qua cổng dịch vụ công của xã trong sáu tháng đầu năm tăng gần gấp đôi
  |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: say the most important thing only; the rest goes into phu-de
"##,
    },
    Case {
        code: "missing-figures",
        site: r##"
-- content/a.md --
+++
title = "Bài"
+++
```bieu-do
loai: cot
tieu-de: Hồ sơ tăng
don-vi: hồ sơ
nguon: Một cửa
ky: 2026

```
"##,
        vi: r##"
lỗi[missing-figures]: khối “bieu-do” chưa có số liệu
 --> content/a.md:4:1
  |
4 | ```bieu-do
  | ^^^^^^^^^^
  |
  = cách sửa: viết bảng trong khối (hàng đầu là tên cột), hoặc ghi tệp số liệu: du-lieu: so-lieu.xlsx
"##,
        en: r##"
error[missing-figures]: the block “bieu-do” has no figures
 --> content/a.md:4:1
  |
4 | ```bieu-do
  | ^^^^^^^^^^
  |
  = help: write a table in the block (headings in its first row), or name a file: du-lieu: so-lieu.xlsx
"##,
    },
    Case {
        code: "figures-twice",
        site: r##"
-- content/a.md --
+++
title = "Bài"
+++
```bieu-do
loai: cot
tieu-de: Hồ sơ tăng
don-vi: hồ sơ
nguon: Một cửa
ky: 2026
du-lieu: a.csv

| Năm | Số |
| --- | --- |
| 2025 | 12 |
| 2026 | 15 |
```
"##,
        vi: r##"
lỗi[figures-twice]: khối “bieu-do” vừa có bảng bên trong vừa ghi du-lieu, không rõ lấy số nào
 --> content/a.md:4:1
  |
4 | ```bieu-do
  | ^^^^^^^^^^
  |
  = cách sửa: xóa bảng trong khối, hoặc xóa du-lieu
"##,
        en: r##"
error[figures-twice]: the block “bieu-do” has both a table inside and du-lieu, and it is unclear which counts
 --> content/a.md:4:1
  |
4 | ```bieu-do
  | ^^^^^^^^^^
  |
  = help: delete the table in the block, or du-lieu
"##,
    },
    Case {
        code: "missing-file",
        site: r##"
-- content/a.md --
+++
title = "Bài"
+++
```bieu-do
loai: cot
tieu-de: Hồ sơ tăng
don-vi: hồ sơ
nguon: Một cửa
ky: 2026
du-lieu: so-lieo.csv

```
-- content/so-lieu.csv --
Năm;Số
2025;12
"##,
        vi: r##"
lỗi[missing-file]: không có tệp “so-lieo.csv”
  --> content/a.md:10:10
   |
10 | du-lieu: so-lieo.csv
   |          ^^^^^^^^^^^
   |
   = cách sửa: có phải bạn muốn viết “so-lieu.csv”?
"##,
        en: r##"
error[missing-file]: there is no file “so-lieo.csv”
  --> content/a.md:10:10
   |
10 | du-lieu: so-lieo.csv
   |          ^^^^^^^^^^^
   |
   = help: did you mean “so-lieu.csv”?
"##,
    },
    Case {
        code: "bad-area",
        site: r##"
-- content/a.md --
+++
title = "Bài"
+++
```bieu-do
loai: cot
tieu-de: Hồ sơ tăng
don-vi: hồ sơ
nguon: Một cửa
ky: 2026
du-lieu: so-lieu.xlsx#Sheet1!A1-C9

```
"##,
        vi: r##"
lỗi[bad-area]: “A1-C9” không phải là một vùng ô
  --> content/a.md:10:10
   |
10 | du-lieu: so-lieu.xlsx#Sheet1!A1-C9
   |          ^^^^^^^^^^^^^^^^^^^^^^^^^
   |
   = cách sửa: ví dụ: so-lieu.xlsx#Sheet1!A1:C9
"##,
        en: r##"
error[bad-area]: “A1-C9” is no area of cells
  --> content/a.md:10:10
   |
10 | du-lieu: so-lieu.xlsx#Sheet1!A1-C9
   |          ^^^^^^^^^^^^^^^^^^^^^^^^^
   |
   = help: for example: so-lieu.xlsx#Sheet1!A1:C9
"##,
    },
    Case {
        code: "not-a-figure",
        site: r##"
-- content/a.md --
+++
title = "Bài"
+++
```bieu-do
loai: cot
tieu-de: Hồ sơ tăng
don-vi: hồ sơ
nguon: Một cửa
ky: 2026
du-lieu: so-lieu.csv

```
-- content/so-lieu.csv --
Năm;Số
2025;12
2026;chưa rõ
"##,
        vi: r##"
lỗi[not-a-figure]: “chưa rõ” ở cột “Số” không phải con số
 --> content/so-lieu.csv:3:6
  |
3 | 2026;chưa rõ
  |      ^^^^^^^
  |
  = cách sửa: sửa ô này; cột đầu là nhãn, các cột sau phải là số (chưa có số thì để trống)
xem thêm: khối dùng số liệu này ở đây
 --> content/a.md:4:1
  |
4 | ```bieu-do
  | ^^^^^^^^^^
"##,
        en: r##"
error[not-a-figure]: “chưa rõ” in the column “Số” is not a number
 --> content/so-lieu.csv:3:6
  |
3 | 2026;chưa rõ
  |      ^^^^^^^
  |
  = help: mend the cell; the first column has the labels, the others numbers (leave it empty when there is none)
note: the block that uses these figures is here
 --> content/a.md:4:1
  |
4 | ```bieu-do
  | ^^^^^^^^^^
"##,
    },
    Case {
        code: "no-figures",
        site: r##"
-- content/a.md --
+++
title = "Bài"
+++
```bieu-do
loai: cot
tieu-de: Hồ sơ tăng
don-vi: hồ sơ
nguon: Một cửa
ky: 2026

| Năm | Số |
| --- | --- |
| 2025 | – |
```
"##,
        vi: r##"
lỗi[no-figures]: bảng không có cột số nào
 --> content/a.md:4:1
  |
4 | ```bieu-do
  | ^^^^^^^^^^
  |
  = cách sửa: cột đầu là nhãn, từ cột thứ hai là số
"##,
        en: r##"
error[no-figures]: the table has no column of numbers
 --> content/a.md:4:1
  |
4 | ```bieu-do
  | ^^^^^^^^^^
  |
  = help: the first column has the labels, from the second on there are numbers
"##,
    },
    Case {
        code: "no-unit",
        site: r##"
-- content/a.md --
+++
title = "Bài"
+++
```bieu-do
loai: cot
tieu-de: Hồ sơ tăng
nguon: Một cửa
ky: 2026

| Năm | Số |
| --- | --- |
| 2025 | 12 |
| 2026 | 15 |
```
"##,
        vi: r##"
lỗi[no-unit]: số liệu chưa có đơn vị tính
 --> content/a.md:4:1
  |
4 | ```bieu-do
  | ^^^^^^^^^^
  |
  = cách sửa: thêm don-vi (ví dụ: don-vi: hồ sơ), hoặc ghi đơn vị trong ngoặc ở tên cột: Hồ sơ (bộ)
"##,
        en: r##"
error[no-unit]: the figures have no unit
 --> content/a.md:4:1
  |
4 | ```bieu-do
  | ^^^^^^^^^^
  |
  = help: add don-vi (for example don-vi: hồ sơ), or put the unit in brackets in the heading: Hồ sơ (bộ)
"##,
    },
    Case {
        code: "no-unit",
        site: r##"
-- content/a.md --
+++
title = "Bài"
+++
```bieu-do
loai: cot
tieu-de: Gian hàng tăng
nguon: Xã
ky: 2026

| Năm | Chợ (gian hàng) |
| --- | --- |
| 2025 | 12 |
| 2026 | 15 |
```
"##,
        vi: r##"
lỗi[no-unit]: số liệu chưa có đơn vị tính
 --> content/a.md:4:1
  |
4 | ```bieu-do
  | ^^^^^^^^^^
  |
  = cách sửa: nếu “gian hàng” trong ngoặc là đơn vị thì thêm: don-vi: gian hàng
"##,
        en: r##"
error[no-unit]: the figures have no unit
 --> content/a.md:4:1
  |
4 | ```bieu-do
  | ^^^^^^^^^^
  |
  = help: if “gian hàng” in brackets is the unit, add: don-vi: gian hàng
"##,
    },
    Case {
        code: "no-unit",
        site: r##"
-- content/a.md --
+++
title = "Bài"
+++
```tien-do
Nhãn: Nộp trực tuyến
đạt: 65
Mục tiêu: 80
Nguồn: Một cửa
Kỳ: 2026
```
"##,
        vi: r##"
lỗi[no-unit]: số liệu chưa có đơn vị tính
 --> content/a.md:4:1
  |
4 | ```tien-do
  | ^^^^^^^^^^
  |
  = cách sửa: thêm: don-vi: "%"
"##,
        en: r##"
error[no-unit]: the figures have no unit
 --> content/a.md:4:1
  |
4 | ```tien-do
  | ^^^^^^^^^^
  |
  = help: add: don-vi: "%"
"##,
    },
    Case {
        code: "other-unit",
        site: r##"
-- content/a.md --
+++
title = "Bài"
+++
```tien-do
nhan: Nộp trực tuyến
dat: 65 hồ sơ
muc-tieu: 80%
nguon: Một cửa
ky: 2026
```
"##,
        vi: r##"
lỗi[other-unit]: đơn vị ở “65 hồ sơ” khác với đơn vị của mục tiêu: %
 --> content/a.md:6:6
  |
6 | dat: 65 hồ sơ
  |      ^^^^^^^^
  |
  = cách sửa: ghi số đã đạt và mục tiêu bằng cùng một đơn vị
"##,
        en: r##"
error[other-unit]: the unit of “65 hồ sơ” is not that of the target: %
 --> content/a.md:6:6
  |
6 | dat: 65 hồ sơ
  |      ^^^^^^^^
  |
  = help: write what is reached and the target in one unit
"##,
    },
    Case {
        code: "two-units",
        site: r##"
-- content/a.md --
+++
title = "Bài"
+++
```bieu-do
loai: duong
tieu-de: Hồ sơ tăng
nguon: Một cửa
ky: 2026

| Năm | Hồ sơ (hồ sơ) | Tỷ lệ (%) |
| --- | --- | --- |
| 2025 | 12 | 40 |
| 2026 | 15 | 60 |
```
"##,
        vi: r##"
cảnh báo[two-units]: biểu đồ có hai đơn vị tính: “%” và “hồ sơ”; hai trục trên một hình dễ gây hiểu sai
  --> content/a.md:10:9
   |
10 | | Năm | Hồ sơ (hồ sơ) | Tỷ lệ (%) |
   |         ^^^^^^^^^^^^^
   |
   = cách sửa: tách thành hai biểu đồ
"##,
        en: r##"
warning[two-units]: the chart has two units: “%” and “hồ sơ”; two axes in one picture mislead
  --> content/a.md:10:9
   |
10 | | Năm | Hồ sơ (hồ sơ) | Tỷ lệ (%) |
   |         ^^^^^^^^^^^^^
   |
   = help: make two charts of it
"##,
    },
    Case {
        code: "huge-chart",
        site: r##"
-- content/a.md --
+++
title = "Bài"
+++
```bieu-do
loai: thanh
tieu-de: Hồ sơ tăng
don-vi: hồ sơ
nguon: Một cửa
ky: 2026

| Tên | Cột 1 |
| --- | --- |
| Mục 1 | 10 |
| Mục 2 | 11 |
| Mục 3 | 12 |
| Mục 4 | 13 |
| Mục 5 | 14 |
| Mục 6 | 15 |
| Mục 7 | 16 |
| Mục 8 | 17 |
| Mục 9 | 18 |
| Mục 10 | 19 |
| Mục 11 | 20 |
| Mục 12 | 21 |
| Mục 13 | 22 |
| Mục 14 | 23 |
| Mục 15 | 24 |
| Mục 16 | 25 |
| Mục 17 | 26 |
| Mục 18 | 27 |
| Mục 19 | 28 |
| Mục 20 | 29 |
| Mục 21 | 30 |
| Mục 22 | 31 |
| Mục 23 | 32 |
| Mục 24 | 33 |
| Mục 25 | 34 |
| Mục 26 | 35 |
| Mục 27 | 36 |
| Mục 28 | 37 |
| Mục 29 | 38 |
| Mục 30 | 39 |
| Mục 31 | 40 |
| Mục 32 | 41 |
| Mục 33 | 42 |
| Mục 34 | 43 |
| Mục 35 | 44 |
| Mục 36 | 45 |
| Mục 37 | 46 |
| Mục 38 | 47 |
| Mục 39 | 48 |
| Mục 40 | 49 |
| Mục 41 | 50 |
| Mục 42 | 51 |
| Mục 43 | 52 |
| Mục 44 | 53 |
| Mục 45 | 54 |
| Mục 46 | 55 |
| Mục 47 | 56 |
| Mục 48 | 57 |
| Mục 49 | 58 |
| Mục 50 | 59 |
| Mục 51 | 60 |
| Mục 52 | 61 |
| Mục 53 | 62 |
| Mục 54 | 63 |
| Mục 55 | 64 |
| Mục 56 | 65 |
| Mục 57 | 66 |
| Mục 58 | 67 |
| Mục 59 | 68 |
| Mục 60 | 69 |
| Mục 61 | 70 |
```
"##,
        vi: r##"
lỗi[huge-chart]: bảng có 61 hàng, 1 cột số: quá nhiều cho một hình (tối đa 60 hàng và 120 con số)
 --> content/a.md:4:1
  |
4 | ```bieu-do
  | ^^^^^^^^^^
  |
  = cách sửa: gộp bớt, hoặc dùng khối “bang”
"##,
        en: r##"
error[huge-chart]: the table has 61 rows and 1 columns of figures: too much for one picture (at most 60 rows and 120 figures)
 --> content/a.md:4:1
  |
4 | ```bieu-do
  | ^^^^^^^^^^
  |
  = help: put some together, or use the block “bang”
"##,
    },
    Case {
        code: "needs-two-columns",
        site: r##"
-- content/a.md --
+++
title = "Bài"
+++
```bieu-do
loai: doc
tieu-de: Hồ sơ tăng
don-vi: hồ sơ
nguon: Một cửa
ky: 2026

| Năm | Số |
| --- | --- |
| 2025 | 12 |
| 2026 | 15 |
```
"##,
        vi: r##"
lỗi[needs-two-columns]: loại biểu đồ này so sánh hai cột số, bảng chỉ có một
 --> content/a.md:4:1
  |
4 | ```bieu-do
  | ^^^^^^^^^^
  |
  = cách sửa: thêm một cột số, hoặc đổi loai thành “thanh”
"##,
        en: r##"
error[needs-two-columns]: this kind of chart compares two columns of numbers, and there is one
 --> content/a.md:4:1
  |
4 | ```bieu-do
  | ^^^^^^^^^^
  |
  = help: add a column, or change loai to “thanh”
"##,
    },
    Case {
        code: "negative-part",
        site: r##"
-- content/a.md --
+++
title = "Bài"
+++
```bieu-do
loai: banh
tieu-de: Hồ sơ tăng
don-vi: hồ sơ
nguon: Một cửa
ky: 2026

| Tên | Số |
| --- | --- |
| Thôn Một | 12 |
| Thôn Hai | -3 |
```
"##,
        vi: r##"
lỗi[negative-part]: “-3” nhỏ hơn 0, không thể là một phần của tổng
  --> content/a.md:14:14
   |
14 | | Thôn Hai | -3 |
   |              ^^
   |
   = cách sửa: xem lại số này, hoặc đổi loai thành “cot” hay “thanh”
"##,
        en: r##"
error[negative-part]: “-3” is below 0 and cannot be a part of a whole
  --> content/a.md:14:14
   |
14 | | Thôn Hai | -3 |
   |              ^^
   |
   = help: check the number, or change loai to “cot” or “thanh”
"##,
    },
    Case {
        code: "axis-not-at-zero",
        site: r##"
-- content/a.md --
+++
title = "Bài"
+++
```bieu-do
loai: cot
tieu-de: Hồ sơ tăng
don-vi: hồ sơ
nguon: Một cửa
ky: 2026
truc-tu: 10

| Năm | Số |
| --- | --- |
| 2025 | 12 |
| 2026 | 15 |
```
"##,
        vi: r##"
cảnh báo[axis-not-at-zero]: trục bắt đầu từ 10: chênh lệch giữa các cột trông lớn hơn thực tế
  --> content/a.md:10:10
   |
10 | truc-tu: 10
   |          ^^
   |
   = cách sửa: bỏ truc-tu để trục bắt đầu từ 0, hoặc dùng loai “duong”
"##,
        en: r##"
warning[axis-not-at-zero]: the axis begins at 10: differences look greater than they are
  --> content/a.md:10:10
   |
10 | truc-tu: 10
   |          ^^
   |
   = help: leave out truc-tu so that it begins at 0, or use loai “duong”
"##,
    },
    Case {
        code: "axis-unused",
        site: r##"
-- content/a.md --
+++
title = "Bài"
+++
```bieu-do
loai: duong
tieu-de: Hồ sơ tăng
don-vi: hồ sơ
nguon: Một cửa
ky: 2026
truc-tu: 10

| Năm | Số |
| --- | --- |
| 2025 | 12 |
| 2026 | 15 |
```
"##,
        vi: r##"
cảnh báo[axis-unused]: loại biểu đồ “duong” không dùng truc-tu; số 10 ở đây không có tác dụng
  --> content/a.md:10:10
   |
10 | truc-tu: 10
   |          ^^
   |
   = cách sửa: bỏ dòng truc-tu; chỉ loại “cot” và “thanh” dùng mục này
"##,
        en: r##"
warning[axis-unused]: charts of the kind “duong” do not use truc-tu; 10 does nothing here
  --> content/a.md:10:10
   |
10 | truc-tu: 10
   |          ^^
   |
   = help: leave out truc-tu; only “cot” and “thanh” use it
"##,
    },
    Case {
        code: "many-colours",
        site: r##"
-- content/a.md --
+++
title = "Bài"
+++
```bieu-do
loai: duong
tieu-de: Hồ sơ tăng
don-vi: hồ sơ
nguon: Một cửa
ky: 2026

| Tên | Cột 1 | Cột 2 | Cột 3 | Cột 4 | Cột 5 | Cột 6 | Cột 7 |
| --- | --- | --- | --- | --- | --- | --- | --- |
| Mục 1 | 10 | 11 | 12 | 13 | 14 | 15 | 16 |
| Mục 2 | 11 | 12 | 13 | 14 | 15 | 16 | 17 |
```
"##,
        vi: r##"
cảnh báo[many-colours]: biểu đồ cần 7 màu; mắt người chỉ phân biệt tốt khoảng 6 màu
 --> content/a.md:4:1
  |
4 | ```bieu-do
  | ^^^^^^^^^^
  |
  = cách sửa: gộp các nhóm nhỏ thành “Khác”, hoặc tách thành nhiều biểu đồ
"##,
        en: r##"
warning[many-colours]: the chart needs 7 colours; eyes tell about 6 apart
 --> content/a.md:4:1
  |
4 | ```bieu-do
  | ^^^^^^^^^^
  |
  = help: put small groups together, or make several charts
"##,
    },
    Case {
        code: "many-slices",
        site: r##"
-- content/a.md --
+++
title = "Bài"
+++
```bieu-do
loai: banh
tieu-de: Hồ sơ tăng
don-vi: hồ sơ
nguon: Một cửa
ky: 2026

| Tên | Cột 1 |
| --- | --- |
| Mục 1 | 10 |
| Mục 2 | 11 |
| Mục 3 | 12 |
| Mục 4 | 13 |
| Mục 5 | 14 |
| Mục 6 | 15 |
```
"##,
        vi: r##"
cảnh báo[many-slices]: biểu đồ bánh có 6 phần; quá 5 phần thì khó so sánh
 --> content/a.md:4:1
  |
4 | ```bieu-do
  | ^^^^^^^^^^
  |
  = cách sửa: đổi loai thành “thanh”, hoặc gộp các phần nhỏ thành “Khác”
"##,
        en: r##"
warning[many-slices]: the pie has 6 slices; more than 5 are hard to compare
 --> content/a.md:4:1
  |
4 | ```bieu-do
  | ^^^^^^^^^^
  |
  = help: change loai to “thanh”, or put small slices together
"##,
    },
    Case {
        code: "not-a-hundred",
        site: r##"
-- content/a.md --
+++
title = "Bài"
+++
```bieu-do
loai: banh
tieu-de: Hồ sơ tăng
don-vi: "%"
nguon: Một cửa
ky: 2026

| Tên | Số |
| --- | --- |
| Đồng ý | 60 |
| Không | 20,5 |
```
"##,
        vi: r##"
cảnh báo[not-a-hundred]: các phần cộng lại được 80,5%, không phải 100%
 --> content/a.md:4:1
  |
4 | ```bieu-do
  | ^^^^^^^^^^
  |
  = cách sửa: xem lại số liệu; nếu người trả lời được chọn nhiều ý thì đổi loai thành “thanh”
"##,
        en: r##"
warning[not-a-hundred]: the slices add up to 80,5%, not 100%
 --> content/a.md:4:1
  |
4 | ```bieu-do
  | ^^^^^^^^^^
  |
  = help: check the figures; if people could choose several answers, change loai to “thanh”
"##,
    },
    Case {
        code: "one-column-only",
        site: r##"
-- content/a.md --
+++
title = "Bài"
+++
```bieu-do
loai: banh
tieu-de: Hồ sơ tăng
don-vi: hồ sơ
nguon: Một cửa
ky: 2026

| Tên | Cột 1 | Cột 2 |
| --- | --- | --- |
| Mục 1 | 10 | 11 |
| Mục 2 | 11 | 12 |
```
"##,
        vi: r##"
cảnh báo[one-column-only]: hình này chỉ vẽ được một cột số; cột “Cột 2” không hiện trong hình
  --> content/a.md:11:17
   |
11 | | Tên | Cột 1 | Cột 2 |
   |                 ^^^^^
   |
   = cách sửa: bỏ cột này, hoặc đổi loai biểu đồ
"##,
        en: r##"
warning[one-column-only]: this picture shows one column; “Cột 2” is not in it
  --> content/a.md:11:17
   |
11 | | Tên | Cột 1 | Cột 2 |
   |                 ^^^^^
   |
   = help: leave the column out, or change the kind of chart
"##,
    },
    Case {
        code: "no-such-place",
        site: r##"
-- content/a.md --
+++
title = "Bài"
+++
```ban-do
tieu-de: Hồ sơ theo thôn
hinh: thon.svg
don-vi: hồ sơ
nguon: Một cửa
ky: 2026

| Thôn | Số |
| --- | --- |
| Thôn Một | 12 |
| Thôn Hải | 15 |
| Đại Trạch | 9 |
```
-- content/thon.svg --
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path id="thon-mot" d="M0 0H10V10H0z"/><path id="thon-hai-b" d="M10 0H20V10H10z"/></svg>
"##,
        vi: r##"
lỗi[no-such-place]: bản đồ “thon.svg” không có “Thôn Hải”
  --> content/a.md:14:3
   |
14 | | Thôn Hải | 15 |
   |   ^^^^^^^^
   |
   = cách sửa: trên bản đồ có id “thon-hai-b”; sửa tên trong bảng, hoặc đổi id thành “thon-hai”

lỗi[no-such-place]: bản đồ “thon.svg” không có “Đại Trạch”
  --> content/a.md:15:3
   |
15 | | Đại Trạch | 9 |
   |   ^^^^^^^^^
   |
   = cách sửa: đặt id="dai-trach" cho hình của nơi này trong tệp SVG
"##,
        en: r##"
error[no-such-place]: the map “thon.svg” has no “Thôn Hải”
  --> content/a.md:14:3
   |
14 | | Thôn Hải | 15 |
   |   ^^^^^^^^
   |
   = help: the map has the id “thon-hai-b”; mend the name in the table, or change the id to “thon-hai”

error[no-such-place]: the map “thon.svg” has no “Đại Trạch”
  --> content/a.md:15:3
   |
15 | | Đại Trạch | 9 |
   |   ^^^^^^^^^
   |
   = help: give the shape of this place the id "dai-trach" in the SVG
"##,
    },
    Case {
        code: "more-than-whole",
        site: r##"
-- content/a.md --
+++
title = "Bài"
+++
```bieu-tuong
so: 12
tren: 10
nhan: hộ dùng VNeID
nguon: Công an xã
ky: 2026
```
"##,
        vi: r##"
lỗi[more-than-whole]: “12” không nằm trong khoảng từ 0 đến 10
 --> content/a.md:5:5
  |
5 | so: 12
  |     ^^
  |
  = cách sửa: so là số phần trên tổng 10 hoặc 100 (tren)
"##,
        en: r##"
error[more-than-whole]: “12” is not from 0 to 10
 --> content/a.md:5:5
  |
5 | so: 12
  |     ^^
  |
  = help: so is how many of 10 or 100 (tren)
"##,
    },
    Case {
        code: "bad-image",
        site: r##"
-- content/a.md --
+++
title = "Bài"
+++
```ban-do
tieu-de: Hồ sơ theo thôn
hinh: thon.svg
don-vi: hồ sơ
nguon: Một cửa
ky: 2026

| Thôn | Số |
| --- | --- |
| Thôn Một | 12 |
```
-- content/thon.svg --
không phải hình
"##,
        vi: r##"
lỗi[bad-image]: tệp ảnh “thon.svg” hỏng hoặc không phải ảnh
 --> content/a.md:6:7
  |
6 | hinh: thon.svg
  |       ^^^^^^^^
  |
  = cách sửa: mở ảnh bằng chương trình xem ảnh và lưu lại thành JPEG hoặc PNG
"##,
        en: r##"
error[bad-image]: the file “thon.svg” is broken or not a picture
 --> content/a.md:6:7
  |
6 | hinh: thon.svg
  |       ^^^^^^^^
  |
  = help: open it in a picture viewer and save it as JPEG or PNG
"##,
    },
];
