from index.keyring import Keyring


def test_the_newest_password_is_tried_first_and_each_once() -> None:
    keyring = Keyring()
    for password in ("один", "два", "один", ""):
        keyring.add(password)
    assert keyring.passwords == ("один", "два")


def test_old_passwords_are_forgotten_beyond_measure() -> None:
    keyring = Keyring()
    for number in range(100):
        keyring.add(str(number))
    assert len(keyring.passwords) == 32
    assert keyring.passwords[0] == "99"


def test_a_keyring_shows_no_password() -> None:
    keyring = Keyring()
    keyring.add("тайна")
    assert "тайна" not in repr(keyring)
    assert repr(keyring) == "Keyring(1 passwords)"
