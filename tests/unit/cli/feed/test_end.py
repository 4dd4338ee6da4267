"""`meso feed revoke` and `rotate`: one link ends, and the others stay."""

from __future__ import annotations

import pytest

from tests.unit.cli.feed.conftest import TOKEN


@pytest.mark.proves("C61", "C63")
def test_one_is_revoked_and_the_others_stay(run, create, links):
    first, second = create()[0], create(whom="her physio")[0]
    done = run("feed", "revoke", ".", first)
    assert (done.exit_code, done.stdout) == (0, "")
    told = f"{first} (back-ana, for Ana's phone) was revoked on 2026-12-08; its calendar says so"
    assert done.stderr == f"{told} until 2027-01-07\n"
    assert [(link["id"], link.get("revoked")) for link in links()] == [
        (first, "2026-12-08T00:00:00Z"), (second, None),
    ]  # fmt: skip


def test_to_revoke_twice_is_fine(run, create, links, now):
    link_id = create()[0]
    run("feed", "revoke", ".", link_id)
    before = links()
    now(5)
    done = run("feed", "revoke", ".", link_id)
    assert done.exit_code == 0
    assert "was revoked on 2026-12-08" in done.stderr
    assert links() == before


def test_what_was_published_goes_with_the_next_publish(run, create):
    link_id = create("--publish")[0]
    assert "replaced by the next `meso publish`" in run("feed", "revoke", ".", link_id).stderr


def test_a_new_link_in_the_place_of_another(run, create, links):
    old, token, _ = create("--detail", "title")
    done = run("feed", "rotate", ".", old, "--url", "https://cal.example.org")
    assert done.exit_code == 0
    (other,) = set(TOKEN.findall(done.stdout))
    assert other != token
    assert done.stderr == f"{old} is revoked: it says that there is a new link\n"
    ended, new = links()
    assert (ended["id"], ended["replaced"]) == (old, True)
    assert done.stdout.startswith(f"{new['id']}: back-ana, for Ana's phone\n")
    assert new["options"] == {"detail": "title"}


@pytest.mark.parametrize("verb", ["revoke", "rotate"])
def test_an_unknown_id(run, refused, create, verb, folder):
    assert "no link 'kimoru'; there are none" in refused("feed", verb, ".", "kimoru")
    assert not (folder / ".meso").exists()
    link_id = create()[0]
    wrong = link_id[:-1] + "x"
    assert f"no link {wrong!r}; did you mean {link_id}?" in refused("feed", verb, ".", wrong)
    assert "`meso feed list` shows them" in refused("feed", verb, ".", "x")


def test_nothing_takes_the_place_of_what_ended(run, refused, create):
    link_id = create()[0]
    run("feed", "revoke", ".", link_id)
    said = refused("feed", "rotate", ".", link_id)
    assert f"{link_id} is revoked already; for a new link: meso feed create . back-ana" in said
