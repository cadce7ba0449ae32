"""Nights: a first one over many cities and one after ten changed records, and the days of the portal replayed for one city.

The replayed days are the real ones of ../shared/feeds/sedia-days and, between and after them, days that are made of the
last real one with the seed that is printed: records that go and come back, deadlines that move, wording, and days on which
the portal touches everything without saying anything new. --keep FOLDER keeps the calendars of the nights, for
scripts/check-calendar."""
import argparse, copy, datetime, glob, json, os, random, re, shutil, subprocess, sys, tempfile

options = argparse.ArgumentParser()
options.add_argument("--parapet", required=True)
options.add_argument("--data", required=True)
options.add_argument("--shared", required=True)
options.add_argument("--cities", help="a folder of cities")
options.add_argument("--count", type=int, default=11000)
options.add_argument("--days", type=int, default=159)
options.add_argument("--seed", type=int, default=20260314)
options.add_argument("--city", default="rivemont")
options.add_argument("--keep")
options = options.parse_args()
options.data, options.shared = os.path.abspath(options.data), os.path.abspath(options.shared)
if options.cities: options.cities = os.path.abspath(options.cities)
work = tempfile.mkdtemp(prefix="parapet-nights-")
failed = False


def say(name, figure, holds=None):
    global failed
    failed = failed or holds is False
    print("%-7s %s: %s" % ("" if holds is None else "ok" if holds else "FAILED", name, figure), flush=True)


def run(*command):
    """CPU seconds, of all its processes, and peak memory in MiB."""
    with open(work + "/err", "wb") as err:
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=err, stdin=subprocess.DEVNULL)
        _, status, used = os.wait4(child.pid, 0)
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, 1):
        sys.exit("%s ended with %d: %s" % (" ".join(command), code, open(work + "/err").read()[-2000:]))
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def order(name, feed, folders, people=(), more="", output=""):
    path = work + "/" + name + ".yaml"
    with open(path, "w") as file:
        file.write("feeds:\n  - { name: portal, source: '%s', complete: true }\ncities:\n" % feed)
        for folder in folders: file.write("  - %s\n" % folder)
        if people: file.write("people:\n")
        for person in people:
            file.write("  - { name: %s, address: %s@city.example, cities: [%s], when: daily }\n" % (person, person, person))
        file.write("output: %s/%s%s\nmail: { maildir: %s/%s-mail }\n%s" % (work, name, output, work, name, more))
    return path


def night(path, store, day, *more):
    return run(options.parapet, "batch", path, "--data", options.data, "--store", work + "/" + store, "--as-of", day,
               "--quiet", "--fail-on", "never", "--log", "json", *more)


def phases():
    """The CPU seconds of each phase of the last run, as its log has them."""
    found = {}
    with open(work + "/err") as file:
        for line in file:
            if '"cpu":' in line:
                step = json.loads(line)
                found[step["phase"]] = found.get(step["phase"], 0) + step["cpu"] / 1000
    return found


def parts():
    return ", ".join("%s %.1f" % (phase, seconds) for phase, seconds in phases().items())


class Portal:
    """The portal from day to day."""

    def __init__(self, seed):
        self.dice = random.Random(seed)
        self.pages = []
        self.away = {}

    def read(self, folder):
        self.pages = []
        for path in sorted(glob.glob(folder + "/page-*.json")):
            with open(path) as file: self.pages.append(json.load(file))

    def shift(self, record, days):
        """Moves the last deadline, where it is stated in both places."""
        data = record["metadata"]
        for text in data.get("deadlineDate", [])[-1:]:
            old = text[:10]
            new = str(datetime.date.fromisoformat(old) + datetime.timedelta(days=days))
            data["deadlineDate"][-1] = text.replace(old, new)
            data["actions"] = [action.replace(old, new) for action in data.get("actions", [])]

    def pass_a_day(self):
        for page in self.pages:
            for record in page["results"]:
                chance = self.dice.random()
                if chance < 0.003: self.shift(record, self.dice.choice([-21, -14, -7, 7, 14, 28]))
                elif chance < 0.006: record["metadata"]["descriptionByte"] = [
                    text + " (revised)" for text in record["metadata"].get("descriptionByte", [])]
                elif chance < 0.012: self.away.setdefault(record["reference"], self.dice.randint(1, 9))
        # Once a fortnight everything is touched.
        if self.dice.random() < 1 / 14:
            for page in self.pages:
                for record in page["results"]: record["metadata"]["es_SortDate"] = [str(self.dice.random())]
        self.away = {name: left - 1 for name, left in self.away.items() if left > 1}

    def write(self, folder):
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        for number, page in enumerate(self.pages, 1):
            page = dict(page)
            page["results"] = [record for record in page["results"] if record["reference"] not in self.away]
            with open("%s/page-%02d.json" % (folder, number), "w") as file: json.dump(page, file)


def replay():
    real = options.shared + "/feeds/sedia-days"
    known = {os.path.basename(path): path for path in glob.glob(real + "/2026-*")}
    portal, first = Portal(options.seed), datetime.date.fromisoformat(min(known))
    made = 0
    for number in range(options.days + 1):
        day = str(first + datetime.timedelta(days=number))
        if day in known: portal.read(known[day])
        else:
            portal.pass_a_day()
            made += 1
        portal.write("%s/days/%s" % (work, day))
    last = str(first + datetime.timedelta(days=options.days - 1))
    path = order("replay", work + "/days/{day}", ["%s/portfolios/%s" % (options.data, options.city)], [options.city],
                 output="/{day}" if options.keep else "")
    cpu, memory = night(path, "replay.sqlite", str(first), "--until", last)
    sums = phases()
    if options.keep:
        os.makedirs(options.keep, exist_ok=True)
        for calendar in glob.glob("%s/replay/*/%s/calendar.ics" % (work, options.city)):
            shutil.copy(calendar, "%s/%s.ics" % (options.keep, calendar.split("/")[-3]))
    mails = len(os.listdir(work + "/replay-mail/new")) if os.path.isdir(work + "/replay-mail/new") else 0
    if options.keep and mails: shutil.copytree(work + "/replay-mail/new", options.keep + "/mail", dirs_exist_ok=True)
    say("%d days (%d of them made, seed %d) replayed for one city in under 60 s CPU" % (
        options.days, made - 1, options.seed),
        "%.1f s CPU, %.0f MiB, %d mails" % (cpu, memory, mails), cpu < 60 if options.days >= 159 else None)
    say("of these", ", ".join("%s %.1f" % (phase, seconds) for phase, seconds in sums.items()))
    used, most = night(path, "replay.sqlite", day)
    say("the night after them, in a process of its own", "%.2f s CPU, %.0f MiB" % (used, most))


def many():
    source = options.shared + "/feeds/sedia-all"
    feed = work + "/all"
    shutil.copytree(source, feed)
    # Written once by the writer of the later nights, so that a record that nobody changes has the same bytes in all of them.
    for page in glob.glob(feed + "/page-*.json"):
        with open(page) as file: data = json.load(file)
        with open(page, "w") as file: json.dump(data, file)
    folders = sorted(glob.glob(options.cities + "/city-*"), key=lambda path: int(path.rsplit("-", 1)[1]))[:options.count]
    # What is measured is the judging, keeping and comparing: no plan is made of a city that does not say what it can do, and
    # of the pages the digest alone is written.
    for folder in folders:
        with open(folder + "/city.yaml") as file: facts = file.read()
        with open(folder + "/city.yaml", "w") as file: file.write(re.sub(r"(?m)^capacity:.*\n", "", facts))
    path = order("many", feed, folders, more="pages: [digest]\n")
    run(options.parapet, "ingest", feed, "--feed", "portal", "--complete", "--read-on", "2026-03-14", "--quiet",
        "--data", options.data, "--store", work + "/many.sqlite")
    first, memory = night(path, "many.sqlite", "2026-03-14")
    # The bound for 11,000 cities, in proportion for fewer, beside what the lists of as many cost at once.
    say("a first night over %d cities of 20 items in under %.1f s CPU" % (len(folders), 150 * len(folders) / 11000),
        "%.1f s CPU, %.1f ms a city" % (first, 1000 * first / len(folders)), first < 150 * len(folders) / 11000)
    say("of these", parts())
    say("the same in under 1 GiB", "%.0f MiB, a catalogue of %.0f MB" % (
        memory, os.path.getsize(work + "/many.sqlite") / 1e6), memory < 1024)
    lists, _ = run(options.parapet, "shortlist", "--as-of", "2026-03-14", "--format", "csv", "--top", "20", "--quiet",
        "--data", options.data, "--store", work + "/many.sqlite", *folders)
    say("their shortlists", "%.1f s CPU" % lists)
    quiet, memory = night(path, "many.sqlite", "2026-03-15")
    say("the next one, in which nothing changed", "%.1f s CPU (%.0f %%), %.0f MiB" % (quiet, 100 * quiet / first, memory))
    dice, moved = random.Random(options.seed), 0
    for page in sorted(glob.glob(feed + "/page-*.json")):
        text = open(page).read()
        data = json.loads(text)
        for record in data["results"]:
            dates = record["metadata"].get("deadlineDate", [])
            if moved < 10 and dates and dates[-1] > "2026-05" and dice.random() < 0.05:
                Portal.shift(None, record, 28)
                moved += 1
        with open(page, "w") as file: json.dump(data, file)
    ten, memory = night(path, "many.sqlite", "2026-03-16")
    say("after %d changed records, in under %.1f s CPU" % (moved, 3 * len(folders) / 11000),
        "%.1f s CPU, %.0f MiB" % (ten, memory), ten < 3 * len(folders) / 11000)
    say("the same in under 2 % of the first", "%.1f %%" % (100 * ten / first), ten < first * 0.02)
    say("of these", parts())
    anew, _ = night(path, "many.sqlite", "2026-03-17", "--anew")
    say("one in which every pair is judged again", "%.1f s CPU" % anew)


try:
    replay()
    if options.cities: many()
finally:
    shutil.rmtree(work)
sys.exit(1 if failed else 0)
