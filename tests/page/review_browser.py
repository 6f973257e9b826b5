#!/usr/bin/python3
"""Reviews a report in the page of `terroir extract` in headless Chromium, as a person does.

review_browser.py PROGRAM [FOLDER]: the program terroir; a folder for pictures of what was seen.
Ends with 77 (skipped) where Chromium or its driver is missing.
"""
import base64
import csv
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
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys
except ImportError:
    print("skipped: python3-selenium is not installed")
    sys.exit(77)

HOSTILE = "</script><script>window.wasHostile=1;alert(1)</script><img src=x onerror=alert(2)>"
REPORT = f"""UBND HUYỆN TAM ĐƯỜNG
Số: 31/BC-UBND
Tam Đường, ngày 12 tháng 10 năm 2023
BÁO CÁO
Xã Bản Bo có 5 mô hình khuyến nông. Xã Khun Há có 7 cơ sở chăn nuôi.
Tổng diện tích chè đạt 1.947,5 ha. Xã Sơn Bình có 9 nhiệm vụ khoa học và công nghệ.
{HOSTILE}
"""


class Person:
    def __init__(self, page, folder, pictures):
        options = webdriver.ChromeOptions()
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu",
                         "--disable-dev-shm-usage", "--window-size=1366,768"):
            options.add_argument(argument)
        options.add_experimental_option("prefs", {"download.default_directory": str(folder)})
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        service = webdriver.ChromeService("/usr/bin/chromedriver") if hasattr(
            webdriver, "ChromeService") else None
        self.browser = webdriver.Chrome(options=options, **({"service": service} if service else {}))
        self.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": 1366, "height": 768, "deviceScaleFactor": 1, "mobile": False})
        self.browser.execute_cdp_cmd("Browser.setDownloadBehavior", {
            "behavior": "allow", "downloadPath": str(folder)})
        self.page, self.folder, self.pictures = page.as_uri(), folder, pictures
        self.browser.get(self.page)
        self.until(lambda: self.all("#list .item"), "the list is drawn")

    def until(self, holds, what, seconds=30):
        end = time.time() + seconds
        while not holds():
            assert time.time() < end, f"not so: {what}"
            time.sleep(0.05)

    def all(self, css):
        return self.browser.find_elements(By.CSS_SELECTOR, css)

    def one(self, css):
        return self.browser.find_element(By.CSS_SELECTOR, css)

    def said(self, css):
        return self.one(css).text

    def keys(self, *keys):
        ActionChains(self.browser).send_keys(*keys).perform()

    def picture(self, name):
        if self.pictures:
            time.sleep(0.3)
            self.browser.save_screenshot(str(self.pictures / f"{name}.png"))

    def saved(self):
        """The rows of the CSV, by the words that they rest on."""
        file = self.folder / "bao-cao-de-xuat.csv"
        file.unlink(missing_ok=True)
        self.keys("s")
        self.until(file.exists, "the decisions are saved")
        with open(file, encoding="utf-8", newline="") as rows:
            return {row["text"]: row for row in csv.DictReader(rows)}

    def end(self):
        """Nothing was loaded but the file itself and what was saved, and nothing went wrong."""
        sent = [json.loads(entry["message"])["message"]
                for entry in self.browser.get_log("performance")]
        loaded = [message["params"]["request"]["url"] for message in sent
                  if message["method"] == "Network.requestWillBeSent"]
        assert all(url == self.page or url.startswith(("data:", "blob:")) for url in loaded), loaded
        errors = [entry for entry in self.browser.get_log("browser") if entry["level"] == "SEVERE"]
        assert not errors, errors
        assert self.browser.execute_script("return window.wasHostile === undefined")
        assert not self.all("img") and len(self.all("script")) == 2
        self.browser.quit()


def key_of(rows, words):
    return next(text for text in rows if words in text)


def review(person):
    count = len(person.all("#list .item"))
    assert count == len(person.all("#text mark:not(.unread)")) >= 4, count
    assert "31/BC-UBND" in person.said("#about") and "12/10/2023" in person.said("#about")
    assert HOSTILE in person.said("#text")
    assert "1.947,5 ha" in person.said("#list"), person.said("#list")
    person.picture("review")

    # The first is chosen on both sides; a key accepts it and goes on to the next.
    assert "5 mô hình" in person.said("mark.chosen"), person.said("mark.chosen")
    assert "mô hình" in person.said(".item.chosen")
    person.keys("a")
    assert "1 nhận · 0 bỏ" in person.said("#count"), person.said("#count")
    assert "7 cơ sở" in person.said("mark.chosen")
    person.keys("r")
    assert "1 nhận · 1 bỏ" in person.said("#count")
    person.keys("u")
    assert "1 nhận · 0 bỏ" in person.said("#count"), "undone"
    assert "7 cơ sở" in person.said("mark.chosen"), "and it is the chosen one again"
    person.keys("k")
    assert "5 mô hình" in person.said("mark.chosen")

    # A click on either side chooses on the other.
    person.all("#list .item")[-1].click()
    assert "9 nhiệm vụ" in person.said("mark.chosen")
    next(mark for mark in person.all("#text mark") if "1.947,5" in mark.text).click()
    assert "1.947,5 ha" in person.said(".item.chosen")

    # What is read can be changed, as numbers are written here; a word is no number.
    person.keys("e")
    field = person.all("form input")[1]
    field.clear()
    field.send_keys("hai", Keys.TAB)
    assert "không phải là số" in person.said("#said"), person.said("#said")
    field = person.all("form input")[1]
    field.clear()
    field.send_keys("1.950,25", Keys.TAB)
    assert "1.950,25 ha" in person.said(".item.chosen .what")
    person.picture("change")
    person.keys(Keys.ESCAPE)
    person.browser.execute_script("document.activeElement.blur()")
    person.keys("a")

    rows = person.saved()
    assert rows[key_of(rows, "5 mô hình")]["decision"] == "accept"
    assert rows[key_of(rows, "7 cơ sở")]["decision"] == ""
    changed = rows[key_of(rows, "1.947,5")]
    assert (changed["decision"], changed["value"]) == ("accept", "1950.25"), changed
    assert "terroir extract apply" in person.said("#said")

    # Only what is open; the other language.
    person.one("#filter").send_keys("Chưa quyết định")
    shown = [item for item in person.all("#list .item") if item.is_displayed()]
    assert len(shown) == count - 2, len(shown)
    person.one("#language").click()
    assert "2 accepted · 0 refused" in person.said("#count")
    assert "1,950.25 ha" in person.browser.execute_script(
        "return document.getElementById('list').textContent")
    person.picture("english")


def on_paper(person, folder):
    printed = person.browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True,
                                                                 "printBackground": False})
    file = folder / "review.pdf"
    file.write_bytes(base64.b64decode(printed["data"]))
    if shutil.which("pdftotext"):
        words = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True,
                               check=True).stdout
        assert "5 mô hình khuyến nông" in words and "Save decisions" not in words, words


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    pictures = pathlib.Path(sys.argv[2]).resolve() if len(sys.argv) > 2 else None
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)

        def run(*words):
            done = subprocess.run([program, "--lang", "vi", "-w", folder / "w.sqlite", *words],
                                  capture_output=True, text=True)
            assert done.returncode == 0, done.stderr
            return done.stderr

        run("init")
        (folder / "bao-cao.txt").write_text(REPORT, encoding="utf-8")
        run("extract", folder / "bao-cao.txt", "-o", folder / "page.html")
        person = Person(folder / "page.html", folder, pictures)
        review(person)
        on_paper(person, pictures or folder)
        person.end()
        # What was saved is what is taken.
        said = run("extract", "apply", folder / "bao-cao-de-xuat.csv")
        assert "Nhận mới 2" in said, said


main()
