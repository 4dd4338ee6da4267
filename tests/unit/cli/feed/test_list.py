"""`meso feed list`: who may read what, and nothing that would let others."""

from __future__ import annotations

import json

import pytest

from tests.unit.cli.feed.conftest import TOKEN


def test_feeds_and_links_in_a_table(run, create, folder, now):
    (folder / "walks.plan").write_text('plan "Walks"\n  starts 2026-12-07\n  lasts 1 week\n')
    first = create("--detail", "busy")[0]
    second = create("--only", "strength", "--publish", whom="Łukasz 漢字")[0]
    now(3)
    run("feed", "revoke", ".", first)
    listed = run("feed", "list", ".")
    assert listed.exit_code == 0
    assert listed.stdout == (
        "back-ana  back.plan, ana.diary\n"
        f"  {first}  Ana's phone  busy           revoked 2026-12-11, says so until 2027-01-10\n"
        f"  {second}  Łukasz 漢字  only strength  since 2026-12-08, published\n"
        "walks  walks.plan\n"
        "  no link\n"
    )


@pytest.mark.proves("C65")
def test_no_list_has_a_secret_or_what_it_leaves(run, create, links):
    tokens = [create()[1], create("--publish")[1]]
    digests = [link["digest"] for link in links()]
    for call in ((), ("--format", "json"), ("--all", "-v"), ("--debug", "--color")):
        done = run("feed", "list", ".", *call)
        assert not any(each in done.output for each in tokens + digests)
        assert TOKEN.search(done.output) is None


def test_as_json(run, create, now):
    link_id = create("--detail", "busy")[0]
    now(1)
    run("feed", "revoke", ".", link_id)
    now(40)
    listed = json.loads(run("feed", "list", ".", "--format", "json").stdout)
    assert listed == {
        "feeds": [{"name": "back-ana", "plan": "back.plan", "diary": "ana.diary"}],
        "links": [
            {
                "id": link_id,
                "feed": "back-ana",
                "for": "Ana's phone",
                "options": {"detail": "busy"},
                "created": "2026-12-08T00:00:00Z",
                "revoked": "2026-12-09T00:00:00Z",
                "replaced": False,
                "state": "gone",
                "published": False,
            }
        ],
    }


def test_what_ended_long_ago_is_left_out_and_counted(run, create, now):
    link_id = create()[0]
    run("feed", "revoke", ".", link_id)
    now(30)
    listed = run("feed", "list", ".")
    assert link_id not in listed.stdout
    assert listed.stderr == "a link that ended long ago: --all\n"
    assert f"{link_id}  Ana's phone  all  revoked 2026-12-08, gone" in (
        run("feed", "list", ".", "--all").stdout
    )


def test_a_link_to_what_is_no_more_is_told(run, create, folder):
    create()
    (folder / "ana.diary").unlink()
    assert run("feed", "list", ".").stdout.startswith(
        "back  back.plan\n  no link\nback-ana  no plan gives it any more\n"
    )


def test_a_folder_with_nothing(run, folder):
    (folder / "empty").mkdir()
    assert run("feed", "list", "empty").stdout == "no plan, and no link\n"
    assert not (folder / "empty" / ".meso").exists()
