"""Settings survive crashes, damage, newer releases and administrators."""

from __future__ import annotations

import json
import os
import stat
import sys
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from agent_desk import config
from agent_desk.config import Corner, Profile, Settings, SettingsFile, SignInChoice, Theme
from agent_desk.core.errors import StorageError
from agent_desk.core.identity import LoginKind
from agent_desk.desk.label_rule import LabelRule

if TYPE_CHECKING:
    from pathlib import Path

ANNA = SignInChoice(kind=LoginKind.USER, identity="anna@example.com")
BEN = SignInChoice(kind=LoginKind.USER, identity="ben@example.com")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def test_without_a_file_the_defaults_hold(path: Path) -> None:
    loaded = SettingsFile(path).load()
    assert loaded.settings == Settings()
    assert loaded.notice is None
    assert loaded.settings.profile.region == "IL"
    assert not path.exists()


def test_what_was_saved_is_loaded_again(path: Path) -> None:
    settings = Settings(server="http://127.0.0.1:8080", sign_in=ANNA).with_profile(
        Profile(
            extensions=("SIPSIP1", "SIPSIP2"),
            language="he",
            theme=Theme.DARK,
            labels=(
                LabelRule("ClientID", "לקוח", link="https://crm.example.com/{value}"),
                LabelRule("secret", is_hidden=True),
            ),
            link_hosts=("crm.example.com",),
            corner=Corner.TOP_LEFT,
            screen="HDMI-1",
            stay_s=0,
        )
    )
    SettingsFile(path).save(settings)
    assert SettingsFile(path).load().settings == settings


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX rights")
def test_only_the_owner_reads_the_file(path: Path) -> None:
    SettingsFile(path).save(Settings())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_each_identity_has_its_own_profile() -> None:
    shared = Settings(default=Profile(language="he"))
    anna = msgspec.structs.replace(shared, sign_in=ANNA)
    assert anna.profile.language == "he"
    anna = anna.with_profile(Profile(extensions=("SIPSIP1",), language="en"))
    ben = msgspec.structs.replace(anna, sign_in=BEN)
    assert ben.profile == Profile(language="he")
    ben = ben.with_profile(Profile(extensions=("SIPSIP2",)))
    back = msgspec.structs.replace(ben, sign_in=ANNA)
    assert back.profile == Profile(extensions=("SIPSIP1",), language="en")


def test_a_choice_before_anybody_signed_in_goes_to_the_default() -> None:
    assert Settings().with_profile(Profile(language="ru")).default.language == "ru"


def test_an_identity_is_the_same_in_any_case_and_another_on_another_server() -> None:
    settings = Settings()
    loud = SignInChoice(kind=LoginKind.USER, identity=" Anna@Example.COM ")
    assert settings.identity_key(loud) == settings.identity_key(ANNA)
    other = msgspec.structs.replace(settings, server="http://127.0.0.1:8080")
    assert other.identity_key(ANNA) != settings.identity_key(ANNA)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"server": 7}',
        b'{"default": []}',
        b'{"profiles": {"x": {"theme": "pink"}}}',
        b'{"a":' * 100_000,
        b'"' + b"x" * config.MAX_BYTES + b'"',
    ],
)
def test_a_damaged_file_is_set_aside_with_words(path: Path, text: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(text)
    store = SettingsFile(path)
    loaded = store.load()
    assert loaded.settings == Settings()
    assert loaded.notice is not None
    [kept] = path.parent.glob("settings.damaged-*.json")
    assert str(kept) in loaded.notice.message
    assert loaded.notice.code == "settings_damaged"
    assert kept.read_bytes() == text
    store.save(loaded.settings)
    assert SettingsFile(path).load().notice is None


def test_a_damaged_file_that_cannot_be_moved_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / f"{'s' * 245}.json"  # the longer name of the kept file is refused
    path.write_text("{")
    store = SettingsFile(path)
    loaded = store.load()
    assert loaded.notice is not None
    assert loaded.notice.code == "settings_unreadable"
    with pytest.raises(StorageError, match="left alone") as raised:
        store.save(loaded.settings)
    assert raised.value.code == "settings_unreadable"
    assert path.read_text() == "{"


def test_a_folder_in_place_of_the_file_is_set_aside(path: Path) -> None:
    path.mkdir(parents=True)
    store = SettingsFile(path)
    loaded = store.load()
    assert loaded.notice is not None
    store.save(loaded.settings)
    assert path.is_file()


def test_a_failing_save_keeps_the_old_file_and_no_rubbish(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = SettingsFile(path)
    store.save(Settings(server="http://127.0.0.1:1"))
    before = path.read_bytes()

    def fail(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(StorageError, match="cannot be written"):
        store.save(Settings(server="http://127.0.0.1:2"))
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_folder_that_cannot_be_made_is_a_storage_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageError):
        SettingsFile(tmp_path / "file" / "settings.json").save(Settings())


def test_keys_of_a_newer_release_survive_a_save(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({"version": 7, "holograms": True, "server": "http://127.0.0.1:1"}))
    store = SettingsFile(path)
    settings = store.load().settings
    store.save(msgspec.structs.replace(settings, sign_in=ANNA))
    found = read(path)
    assert found["version"] == 7
    assert found["holograms"] is True
    assert found["sign_in"] == {"kind": "user", "identity": "anna@example.com"}


def test_labels_that_were_words_by_key_become_rules(path: Path) -> None:
    path.parent.mkdir()
    profile = {"labels": {"ClientID": "Client", "lastTicket": "Ticket"}}
    path.write_text(json.dumps({"default": profile, "profiles": {"x": profile, "y": {}}}))
    loaded = SettingsFile(path).load()
    assert loaded.notice is None
    rules = (LabelRule("ClientID", "Client"), LabelRule("lastTicket", "Ticket"))
    assert loaded.settings.default.labels == rules
    assert loaded.settings.profiles["x"].labels == rules


class TestProvisioning:
    @pytest.fixture
    def provisioning(self, tmp_path: Path) -> Path:
        path = tmp_path / "site" / "provisioning.json"
        path.parent.mkdir()
        return path

    def provide(self, path: Path, **values: object) -> None:
        path.write_text(json.dumps(values))

    def test_it_is_read_first(self, path: Path, provisioning: Path) -> None:
        self.provide(
            provisioning, server="http://127.0.0.1:1", default={"language": "he", "region": "US"}
        )
        store = SettingsFile(path, provisioning)
        settings = store.load().settings
        assert settings.server == "http://127.0.0.1:1"
        assert settings.profile == Profile(language="he", region="US")

    def test_a_later_change_reaches_who_chose_nothing(self, path: Path, provisioning: Path) -> None:
        self.provide(provisioning, server="http://127.0.0.1:1", default={"language": "he"})
        store = SettingsFile(path, provisioning)
        store.load()
        store.save(
            Settings(
                server="http://127.0.0.1:1",
                default=Profile(language="he", theme=Theme.LIGHT),
            )
        )
        assert read(path) == {"version": 1, "default": {"theme": "light"}}
        self.provide(provisioning, server="http://127.0.0.1:2", default={"language": "ar"})
        settings = SettingsFile(path, provisioning).load().settings
        assert settings.server == "http://127.0.0.1:2"
        assert settings.default == Profile(language="ar", theme=Theme.LIGHT)

    def test_a_persons_choice_wins(self, path: Path, provisioning: Path) -> None:
        self.provide(provisioning, server="http://127.0.0.1:1")
        store = SettingsFile(path, provisioning)
        store.load()
        store.save(Settings(server=""))
        assert SettingsFile(path, provisioning).load().settings.server == ""

    def test_a_later_change_reaches_identities_that_chose_something_else(
        self, path: Path, provisioning: Path
    ) -> None:
        self.provide(provisioning, default={"language": "he", "region": "US"})
        store = SettingsFile(path, provisioning)
        anna = msgspec.structs.replace(store.load().settings, sign_in=ANNA)
        chosen = msgspec.structs.replace(anna.profile, theme=Theme.DARK)
        store.save(anna.with_profile(chosen))
        [kept] = read(path)["profiles"].values()
        assert kept == {"theme": "dark"}
        self.provide(provisioning, default={"language": "ar", "region": "GB"})
        profile = SettingsFile(path, provisioning).load().settings.profile
        assert profile == Profile(language="ar", region="GB", theme=Theme.DARK)

    def test_it_tells_which_values_it_gave(self, path: Path, provisioning: Path) -> None:
        self.provide(
            provisioning,
            default={"region": "US", "labels": {"ClientID": "Client"}, "future": 1},
        )
        store = SettingsFile(path, provisioning)
        profile = store.load().settings.profile
        assert profile.labels == (LabelRule("ClientID", "Client"),)
        assert store.given(profile) == {"region", "labels"}
        assert store.given(msgspec.structs.replace(profile, region="IL")) == {"labels"}
        assert SettingsFile(path).given(profile) == frozenset()

    @pytest.mark.parametrize("text", ["{", '{"default": 1}', '{"server": []}'])
    def test_a_damaged_one_is_named_and_left_alone(
        self, path: Path, provisioning: Path, text: str
    ) -> None:
        provisioning.write_text(text)
        loaded = SettingsFile(path, provisioning).load()
        assert loaded.settings == Settings()
        assert loaded.notice is not None
        assert "administrator" in loaded.notice.message
        assert loaded.notice.code == "provisioning_damaged"
        assert provisioning.read_text() == text
