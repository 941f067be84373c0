"""Mails and newsletters."""

import pytest

from tui.articles import Unreadable, find_sources, read

PLAIN = (
    "The pumps at Low Weir stopped on Sunday evening, and by midnight the towpath\nwas under water.\n\n"
    "The trust says they will run again on Wednesday."
)
HTML = (
    "<html><body><p>The pumps at Low Weir stopped on Sunday evening, and by midnight the towpath was under water.</p>"
    "<p>The trust says they will run again on Wednesday.</p></body></html>"
)


@pytest.fixture
def mail(tmp_path):
    def read_mail(content):
        (tmp_path / "mail.eml").write_bytes(content)
        return read(find_sources([str(tmp_path / "mail.eml")])[0])

    return read_mail


def headed(content, kind="text/plain; charset=utf-8", *more):
    headers = [
        "From: =?utf-8?q?Zo=C3=AB?= Brand <zoe@canalpost.example>",
        "Subject: =?utf-8?b?UHVtcHMgc3RvcCDigJMgYWdhaW4=?=",
        "Date: Mon, 3 Feb 2025 08:10:00 +0100",
        "MIME-Version: 1.0",
        f"Content-Type: {kind}",
        *more,
    ]
    return "\r\n".join([*headers, "", content]).encode()


def test_a_mail_is_an_article_under_its_subject(mail):
    found = mail(headed(PLAIN))
    assert (found.title, found.byline, found.date) == ("Pumps stop – again", "Zoë Brand", "2025-02-03T08:10+01:00")
    assert found.format == "email"
    assert found.text.split("\n\n")[1:] == [
        "The pumps at Low Weir stopped on Sunday evening, and by midnight the towpath was under water.",
        "The trust says they will run again on Wednesday.",
    ]


def test_the_fuller_of_two_versions_is_read(mail):
    def parts(plain):
        return (
            f"--b\r\nContent-Type: text/plain\r\n\r\n{plain}\r\n"
            f"--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{HTML}\r\n--b--\r\n"
        )

    both = mail(headed(parts(PLAIN), "multipart/alternative; boundary=b"))
    notice = mail(headed(parts("See this mail in a browser."), "multipart/alternative; boundary=b"))
    assert both.text == notice.text
    assert "browser" not in notice.text


def test_the_charset_and_the_coding_of_a_mail_are_heeded(mail):
    found = mail(
        headed(
            "Das Schlo=DF ist zu. Es =F6ffnet im M=E4rz wieder.",
            "text/plain; charset=iso-8859-1",
            "Content-Transfer-Encoding: quoted-printable",
        )
    )
    assert found.text.endswith("Das Schloß ist zu. Es öffnet im März wieder.")


def test_a_mail_without_text_is_said(mail):
    with pytest.raises(Unreadable, match=r"mail\.eml: a mail without text"):
        mail(headed("AAAA", "image/png", "Content-Transfer-Encoding: base64"))
