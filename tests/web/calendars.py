"""Every `.ics` file by icalendar: RFC 5545 by the octet, times in Viet Nam, names that are there once and lead to pages."""

import sys

from built import Site
from icalendar import Calendar

ZONE = "Asia/Ho_Chi_Minh"


def lines(site, path):
    data = (site.folder / path).read_bytes()
    bad = lambda reason: site.bad(path, reason)
    if not data.endswith(b"\r\n") or b"\n" in data.replace(b"\r\n", b"") or b"\r" in data.replace(b"\r\n", b""):
        bad("lines do not end in CRLF")
    for line in data.split(b"\r\n"):
        if len(line) > 75:
            bad(f"a line of {len(line)} octets")
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            bad("a line is folded within a character")
    return data


def calendar(site, path):
    site.look(path)
    bad = lambda reason: site.bad(path, reason)
    try:
        found = Calendar.from_ical(lines(site, path))
    except ValueError as error:
        return bad(f"no calendar: {error}")
    if found.errors:
        bad(f"errors: {found.errors}")
    for key in ("VERSION", "PRODID"):
        if key not in found:
            bad(f"no {key}")
    zones = [zone.get("TZID") for zone in found.walk("VTIMEZONE")]
    events = found.walk("VEVENT")
    if not events:
        bad("no event")
    seen = set()
    for event in events:
        name = str(event.get("SUMMARY", "an event"))
        for key in ("UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE", "STATUS"):
            if key not in event:
                bad(f"{name}: no {key}")
        if event.errors:
            bad(f"{name}: {event.errors}")
        uid = str(event.get("UID"))
        if uid in seen:
            bad(f"{name}: UID is not unique: {uid}")
        seen.add(uid)
        start, end = event.get("DTSTART"), event.get("DTEND")
        zone = start.params.get("TZID") if start else None
        if start and hasattr(start.dt, "hour") and (zone != ZONE or zone not in zones):
            bad(f"{name}: its time is not in {ZONE}")
        if start and end and end.dt <= start.dt:
            bad(f"{name}: it ends before it begins")
        if "URL" in event:
            site.must_exist(path, f"{name}: URL", str(event["URL"]))


def main():
    site = Site(sys.argv[1])
    for path in site.files("*.ics"):
        calendar(site, path)
    site.done()


main()
