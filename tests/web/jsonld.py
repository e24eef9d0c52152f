"""JSON-LD in every page against the Schema.org vocabulary: known types, properties that the type has, values of a
fitting type, dates that are dates; no empty values; what it says of this site's pages and pictures is there.
"""

import json
import re
import sys
from datetime import date, datetime

import schema_org
from built import Site

CONTEXT = re.compile(r"https?://schema\.org/?$")
# What a page of that type must say to be of use.
REQUIRED = {
    "NewsArticle": ("headline", "datePublished"),
    "Article": ("headline", "datePublished"),
    "BreadcrumbList": ("itemListElement",),
    "ListItem": ("position",),
    "Event": ("name", "startDate", "location"),
    "VideoObject": ("name", "uploadDate"),
    "WebSite": ("name", "url"),
    "Organization": ("name",),
    "GovernmentOrganization": ("name",),
}


def is_date(text):
    for kind in (date, datetime):
        try:
            kind.fromisoformat(text.replace("Z", "+00:00"))
            return True
        except ValueError:
            pass
    return False


class Walk:
    def __init__(self, site, path):
        self.site, self.path = site, path

    def bad(self, reason):
        self.site.bad(self.path, reason)

    def node(self, node, where):
        """Checks one object; gives its types with all that they descend from."""
        if "@value" in node:
            return set()
        names = node.get("@type")
        if not names:
            if set(node) - {"@id", "@context"}:
                self.bad(f"{where or 'the block'} has no @type")
            return set()
        models = []
        for name in names if isinstance(names, list) else [names]:
            model = getattr(schema_org, str(name), None)
            if not hasattr(model, "SCHEMA_PROPERTIES"):
                self.bad(f"{where}@type {name} is not in Schema.org")
            else:
                models.append(model)
                for key in REQUIRED.get(name, ()):
                    if key not in node:
                        self.bad(f"{where}{name} has no {key}")
        properties = {p.schema_name: p for model in models for p in model.SCHEMA_PROPERTIES}
        for key, value in node.items():
            if key.startswith("@"):
                continue
            if models and key not in properties:
                self.bad(f"{where}{names} has no property {key} in Schema.org")
            elif models:
                for one in value if isinstance(value, list) else [value]:
                    self.value(one, properties[key], f"{where}{key}.")
        return {kind for model in models for kind in model.SCHEMA_TYPES}

    def value(self, value, prop, where):
        ranges = set(prop.ranges)
        name = where.rstrip(".")
        if value in ("", None, [], {}):
            self.bad(f"{name} is empty")
        elif isinstance(value, dict):
            kinds = self.node(value, where)
            if kinds and not kinds & ranges and not ranges & {"Text", "Thing"}:
                self.bad(f"{name} must be {' or '.join(sorted(ranges))}, not {value.get('@type')}")
        elif isinstance(value, str):
            if ranges <= {"Date", "DateTime", "Time"} and not is_date(value):
                self.bad(f"{name} is no date: {value}")
            if self.site.base and value.startswith(self.site.base):
                self.site.must_exist(self.path, name, value.split("{")[0].split("#")[0])


def main():
    site = Site(sys.argv[1])
    for path in site.files("*.html"):
        for block in site.page(path).blocks:
            site.look(path)
            try:
                data = json.loads(block)
            except ValueError as error:
                site.bad(path, f"no JSON: {error}")
                continue
            for root in data if isinstance(data, list) else [data]:
                if not CONTEXT.match(str(root.get("@context", ""))):
                    site.bad(path, f"@context is {root.get('@context')}")
                for node in root["@graph"] if "@graph" in root else [root]:
                    Walk(site, path).node(node, "")
    site.done()


main()
