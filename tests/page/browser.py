#!/usr/bin/python3
"""Opens pages of `terroir page` in headless Chromium, from a file, as a reader does.

browser.py PROGRAM [FOLDER]: the program terroir; a folder for pictures of what was seen, if wanted.
Ends with 77 (skipped) where Chromium or its driver is missing.
"""
import base64
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

if not (shutil.which("chromium") and shutil.which("chromedriver")):
    print("skipped: chromium and chromedriver are not installed")
    sys.exit(77)
try:
    from selenium import webdriver
    from selenium.common.exceptions import StaleElementReferenceException
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys
except ImportError:
    print("skipped: python3-selenium is not installed")
    sys.exit(77)

HOSTILE = "</script><script>window.wasHostile=1;alert(1)</script><img src=x onerror=alert(2)>"


def make_pages(program, folder):
    workspace = folder / "w.sqlite"

    def run(*words):
        done = subprocess.run([program, "--lang", "vi", "-q", "-w", workspace, *words],
                              capture_output=True, text=True)
        assert done.returncode == 0, done.stderr

    run("init")
    run("page", "livestock", "plantings", "-o", folder / "page.html",
        "--days", "31/12/2022,1/8/2025")
    for sql in (f"UPDATE source SET title = title || '{HOSTILE}'",
                f"UPDATE record SET holder = '{HOSTILE}', note = '{HOSTILE}'",
                f"UPDATE record_subject SET subject = '{HOSTILE}'"):
        subprocess.run(["sqlite3", workspace, sql], check=True)
    run("page", "livestock", "-o", folder / "hostile.html", "--as-of", "2022-04-15",
        "--title", HOSTILE)


def open_browser(width, height, is_phone):
    options = webdriver.ChromeOptions()
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                     f"--window-size={width},{height}"):
        options.add_argument(argument)
    if is_phone:
        options.add_experimental_option("mobileEmulation", {
            "deviceMetrics": {"width": width, "height": height, "pixelRatio": 2, "touch": True}})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    service = webdriver.ChromeService("/usr/bin/chromedriver") if hasattr(
        webdriver, "ChromeService") else None
    browser = webdriver.Chrome(options=options, **({"service": service} if service else {}))
    if not is_phone:
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})
    return browser


class Reader:
    """What a person sees and does."""

    def __init__(self, file, width=1366, height=768, is_phone=False, pictures=None):
        self.browser = open_browser(width, height, is_phone)
        self.pictures = pictures
        self.file = file.as_uri()
        self.browser.get(self.file)
        self.until(lambda: "ready" in self.one("body").get_attribute("class"), "the page is ready")
        self.settle()

    def until(self, holds, what, seconds=30):
        """Asks again until it holds: the page draws names and days a moment after it was asked to."""
        end = time.time() + seconds
        while True:
            try:
                if holds():
                    return
            except StaleElementReferenceException:
                pass # drawn anew while it was read
            assert time.time() < end, f"not so: {what}"
            time.sleep(0.05)

    def one(self, css):
        return self.browser.find_element(By.CSS_SELECTOR, css)

    def all(self, css):
        return self.browser.find_elements(By.CSS_SELECTOR, css)

    def said(self, css):
        return self.one(css).text

    def texts(self, css):
        """The texts of all elements in one look, so that none is drawn anew between two reads."""
        return self.run("return [...document.querySelectorAll(arguments[0])].map(e => e.textContent)",
                        css)

    def keys(self, *keys):
        ActionChains(self.browser).send_keys(*keys).perform()

    def run(self, script, *values):
        return self.browser.execute_script(script, *values)

    def labels(self):
        names = []
        self.until(lambda: names.extend(self.texts(".labels text")) or names,
                   "there are names on the map")
        return names

    def settle(self):
        """Until what was asked for is drawn, so that a click falls where a person would see it."""
        self.browser.execute_async_script(
            "const done = arguments[0];"
            "requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 120)))")

    def transform(self):
        return self.one(".ground").get_attribute("transform")

    def picture(self, name):
        time.sleep(0.3)
        if self.pictures:
            self.browser.save_screenshot(str(self.pictures / f"{name}.png"))

    def end(self):
        """Nothing was loaded but the file itself, and nothing went wrong."""
        sent = [json.loads(entry["message"])["message"]
                for entry in self.browser.get_log("performance")]
        addresses = {message["params"]["request"]["url"] for message in sent
                     if message["method"] == "Network.requestWillBeSent"}
        assert {a for a in addresses if not a.startswith("data:")} == {self.file}, addresses
        errors = self.browser.get_log("browser")
        assert not errors, errors
        self.browser.quit()


def by_mouse(page, pictures):
    reader = Reader(page, pictures=pictures)
    assert reader.said("#title") == "Sơ đồ: Cơ sở chăn nuôi tập trung", reader.said("#title")
    labels = reader.labels()
    assert "Sơn Bình" in labels and "Khun Há" in labels, labels
    assert len(reader.all(".units path")) == 13
    assert len(reader.all(".symbols > g")) == 7
    assert "Trâu, bò trên 15 con: 9" in reader.said("#legend"), reader.said("#legend")
    reader.picture("desk")

    # A search without diacritics finds the unit, and shows its records with document and line.
    search = reader.one("#search")
    search.send_keys("son binh")
    assert "Xã Sơn Bình" in reader.said("#hits"), reader.said("#hits")
    search.send_keys(Keys.ENTER)
    details = reader.said("#details")
    assert "Xã Sơn Bình" in details and "Bản ghi và nguồn (3)" in details, details
    assert "Tổng kết 10 năm" in details and "Dòng\n112" in details, details
    assert len(reader.all(".marked path")) == 1
    reader.picture("unit")
    search.clear()
    search.send_keys("ta")
    found = reader.texts("#hits b")
    assert found[0] == "Xã Tả Lèng" and "Xã Nà Tăm" in found, f"whole words first: {found}"
    search.clear()
    search.send_keys("khong co xa nay")
    assert "Không có tên nào như “khong co xa nay”" in reader.said("#hits"), reader.said("#hits")
    search.send_keys(Keys.ESCAPE)
    search.clear()
    search.send_keys("trau, bo")
    search.send_keys(Keys.ENTER)
    assert len(reader.all(".marked path")) == 4, "all communes with buffalo and cattle"

    # A click chooses a unit, a drag moves the map and chooses none.
    reader.one("#zoomAll").click()
    reader.settle()
    map_box = reader.one("#map")
    path = reader.all(".units path")[0]
    ActionChains(reader.browser).move_to_element(path).click().perform()
    name = reader.said("#details h2")
    assert name, "a unit is chosen"
    reader.one("#details .close").click()
    reader.settle()
    before = reader.transform()
    ActionChains(reader.browser).move_to_element(map_box).click_and_hold() \
        .move_by_offset(80, 40).release().perform()
    reader.until(lambda: reader.transform() != before, "the map was moved")
    reader.settle()
    assert not reader.one("#details").is_displayed()
    before = reader.transform()
    ActionChains(reader.browser).scroll_from_origin(
        webdriver.common.actions.wheel_input.ScrollOrigin.from_element(map_box), 0, -200).perform()
    reader.until(lambda: reader.transform() != before, "the wheel enlarges")

    # The slider of days: today's communes, where figures of old ones are several units' together.
    reader.run("const s = document.getElementById('day'); s.value = s.max;"
               "s.dispatchEvent(new Event('input'))")
    assert "1/8/2025" in reader.said("#subtitle"), reader.said("#subtitle")
    assert reader.said("#dayText") == "1/8/2025"
    reader.until(lambda: "Trâu, bò trên 15 con: 9 cơ sở (3 xã)" in reader.said("#legend"),
                 "the legend counts the communes of that day")
    reader.picture("day")

    # Another theme, another language.
    reader.one("#theme").send_keys(reader.all("#theme option")[1].text)
    assert "1/8/2025" in reader.said("#subtitle"), "the day stays"
    reader.one("#language").click()
    assert "administrative units of 1 August 2025" in reader.said("#subtitle")
    assert reader.one("html").get_attribute("lang") == "en"
    assert reader.said("#language") == "Tiếng Việt"
    assert "Legend" in reader.said("aside")

    # The table is sorted by what is chosen; unknown ones come last.
    heading = reader.all("#figures thead th.number")[0]
    assert heading.get_attribute("aria-sort") == "descending"
    numbers = reader.texts("#figures tbody tr:not(.other) td.number:nth-child(1 of .number)")
    known = [float(n.replace(",", "")) for n in numbers if n]
    assert known and known == sorted(known, reverse=True) and not numbers[-1], numbers
    heading.find_element(By.CSS_SELECTOR, "button").click()
    assert reader.all("#figures thead th.number")[0].get_attribute("aria-sort") == "ascending"
    reader.end()


def by_keys(page):
    reader = Reader(page)
    reader.keys(Keys.TAB)
    assert reader.run("return document.activeElement.id") == "toTable"
    for _ in range(12):
        reader.keys(Keys.TAB)
        if reader.run("return document.activeElement.id") == "map":
            break
    assert reader.run("return document.activeElement.id") == "map", "Tab reaches the map"
    assert reader.run("return getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert reader.one("#map").get_attribute("role") == "application"
    assert "Bản đồ: " in reader.one("#map").get_attribute("aria-label")
    for key in (Keys.ARROW_LEFT, "+", "-", Keys.ARROW_DOWN):
        reader.settle()
        before = reader.transform()
        reader.keys(key)
        reader.until(lambda: reader.transform() != before, f"{key!r} moves or zooms")
    reader.keys("0")
    reader.until(lambda: reader.run("return document.getElementById('said').textContent") != "",
                 "the unit in the middle is said")
    reader.keys(Keys.ENTER)
    assert reader.one("#details").is_displayed(), "Enter shows the unit in the middle"
    assert reader.run("return document.activeElement.id") == "detailsName"
    reader.keys(Keys.ESCAPE)
    assert not reader.one("#details").is_displayed()
    assert reader.run("return document.activeElement.id") == "map", "and Esc goes back"
    # All that the map shows is in the table, whose buttons open the same records.
    button = reader.one("#figures tbody button")
    button.send_keys(Keys.ENTER)
    assert "Bản ghi và nguồn" in reader.said("#details")
    reader.end()


def by_phone(page, pictures):
    reader = Reader(page, 360, 740, is_phone=True, pictures=pictures)
    assert reader.run("return document.documentElement.scrollWidth") <= 360, "nothing is cut off"
    assert reader.one("#map").size["height"] > 250
    assert "Sơn Bình" in reader.labels()
    reader.picture("phone")
    reader.settle()
    before = reader.transform()
    box = reader.one("#map").rect
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def touch(kind, *points):
        reader.browser.execute_cdp_cmd("Input.dispatchTouchEvent", {
            "type": kind, "touchPoints": [{"x": px, "y": py, "id": i}
                                          for i, (px, py) in enumerate(points)]})

    touch("touchStart", (x - 30, y), (x + 30, y))
    for step in range(1, 6):
        touch("touchMove", (x - 30 - 10 * step, y), (x + 30 + 10 * step, y))
    touch("touchEnd")
    reader.until(lambda: reader.transform() != before, "two fingers enlarge")
    scale = lambda transform: float(transform.split("scale(")[1].rstrip(")"))
    assert scale(reader.transform()) > 1.5 * scale(before)
    assert not reader.one("#details").is_displayed()
    reader.one("#zoomAll").click()
    reader.settle()
    touch("touchStart", (x, y))
    touch("touchEnd")
    reader.until(lambda: reader.one("#details").is_displayed(), "a finger chooses a unit")
    reader.picture("phone-unit")
    reader.end()


def on_paper(page, folder):
    reader = Reader(page)
    reader.run("document.querySelector('.labels').replaceChildren()") # as just before they are drawn
    printed = reader.browser.execute_cdp_cmd("Page.printToPDF", {
        "preferCSSPageSize": True, "printBackground": False})
    file = folder / "page.pdf"
    file.write_bytes(base64.b64decode(printed["data"]))
    if shutil.which("pdftotext"):
        words = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True,
                               text=True, check=True).stdout
        first, rest = words.split("\f")[0], "\f".join(words.split("\f")[1:])
        for one in ("Cơ sở chăn nuôi tập trung", "Sơn Bình", "Trâu, bò trên 15 con: 9"):
            assert one in first, (one, words)
        assert "Xã Sơn Bình" in rest, "the table is on the pages after the map"
        assert "English" not in words, "buttons are not printed"
    reader.end()


def hostile(page):
    reader = Reader(page)
    assert reader.said("#title") == HOSTILE
    reader.one("#figures tbody button").click()
    details = reader.said("#details")
    assert details.count("onerror=alert(2)") >= 3, details
    reader.one("#search").send_keys("script")
    assert HOSTILE in reader.said("#hits"), reader.said("#hits")
    time.sleep(0.5)
    assert reader.run("return window.wasHostile === undefined")
    assert not reader.all("img") and len(reader.all("script")) == 2
    reader.end() # an open dialog would have stopped all of this


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    pictures = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        make_pages(program, folder)
        by_mouse(folder / "page.html", pictures)
        by_keys(folder / "page.html")
        by_phone(folder / "page.html", pictures)
        on_paper(folder / "page.html", pictures or folder)
        hostile(folder / "hostile.html")


main()
