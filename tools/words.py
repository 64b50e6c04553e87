"""What the start says in the terminal, in Latvian, Russian and English.

These texts are needed before anything is installed, so they stand here and not in data/locales.
"""

import os

WORDS = {
    "old-python": {
        "en": "Balsis needs Python 3.11 or newer; this is {found}. Install a newer Python, or name one you have: make run PYTHON=python3.12",
        "lv": "Balsis vajag Python 3.11 vai jaunāku; šis ir {found}. Uzstādiet jaunāku Python vai norādiet citu, kas jau ir: make run PYTHON=python3.12",
        "ru": "Balsis нужен Python 3.11 или новее; это {found}. Установите более новый Python или укажите другой: make run PYTHON=python3.12",
    },
    "no-venv": {
        "en": "This Python cannot make a virtual environment. On Debian or Ubuntu run: sudo apt install python3-venv - or name another Python: make run PYTHON=python3.12",
        "lv": "Šis Python nevar izveidot virtuālo vidi. Debian vai Ubuntu sistēmā izpildiet: sudo apt install python3-venv - vai norādiet citu Python: make run PYTHON=python3.12",
        "ru": "Этот Python не может создать виртуальное окружение. В Debian или Ubuntu выполните: sudo apt install python3-venv - или укажите другой Python: make run PYTHON=python3.12",
    },
    "installing": {
        "en": "Installing what Balsis needs (once, a few minutes) ...",
        "lv": "Uzstāda to, kas Balsij vajadzīgs (vienreiz, dažas minūtes) ...",
        "ru": "Устанавливается то, что нужно Balsis (один раз, несколько минут) ...",
    },
    "not-installed": {
        "en": "Not everything could be installed; the lines above say what. Check the connection and run the command again, or install on another network and copy the folder.",
        "lv": "Ne visu izdevās uzstādīt; rindās augstāk ir teikts, ko. Pārbaudiet savienojumu un palaidiet komandu vēlreiz vai uzstādiet citā tīklā un pārkopējiet mapi.",
        "ru": "Не всё удалось установить; строки выше говорят, что именно. Проверьте соединение и повторите команду или установите в другой сети и скопируйте папку.",
    },
    "no-model": {
        "en": "The optional multilingual model could not be installed here; themes will be found without it. To try again: make model",
        "lv": "Papildu daudzvalodu modeli šeit neizdevās uzstādīt; tēmas tiks meklētas bez tā. Lai mēģinātu vēlreiz: make model",
        "ru": "Дополнительную многоязычную модель здесь установить не удалось; темы будут находиться без неё. Попробовать ещё раз: make model",
    },
    "port-taken": {
        "en": "Port {port} is taken by another program. Stop that program, or choose another port: make run PORT={other}",
        "lv": "Portu {port} jau lieto cita programma. Apturiet to vai izvēlieties citu portu: make run PORT={other}",
        "ru": "Порт {port} занят другой программой. Остановите её или выберите другой порт: make run PORT={other}",
    },
    "facilitator": {"en": "Facilitator:   {url}", "lv": "Vadītājam:     {url}", "ru": "Ведущему:      {url}"},
    "participants": {
        "en": "Participants:  {url}",
        "lv": "Dalībniekiem:  {url}",
        "ru": "Участникам:    {url}",
    },
    "no-network": {
        "en": "Participants:  no network found; only this computer can open {url}",
        "lv": "Dalībniekiem:  tīkls nav atrasts; {url} var atvērt tikai šajā datorā",
        "ru": "Участникам:    сеть не найдена; {url} откроется только на этом компьютере",
    },
    "first-account": {
        "en": "First account: {url}",
        "lv": "Pirmais konts: {url}",
        "ru": "Первая запись: {url}",
    },
    "database-copied": {
        "en": "The database was brought up to date; the copy made before is {file}",
        "lv": "Datubāze ir atjaunināta; pirms tam izveidotā kopija ir {file}",
        "ru": "База данных обновлена; сделанная перед этим копия: {file}",
    },
    "stopped": {
        "en": "Balsis has stopped. Everything that was answered is kept.",
        "lv": "Balsis ir apturēts. Viss atbildētais ir saglabāts.",
        "ru": "Balsis остановлен. Все ответы сохранены.",
    },
    "loading-demo": {
        "en": "Preparing the invented sample study ...",
        "lv": "Sagatavo izdomāto parauga pētījumu ...",
        "ru": "Готовится вымышленное исследование-образец ...",
    },
    "demo-failed": {
        "en": "The sample study could not be prepared; the lines above say why. Start with make run instead, or delete {folder} and try again.",
        "lv": "Parauga pētījumu neizdevās sagatavot; rindās augstāk ir teikts, kāpēc. Sāciet ar make run vai izdzēsiet {folder} un mēģiniet vēlreiz.",
        "ru": "Исследование-образец подготовить не удалось; строки выше говорят, почему. Начните с make run или удалите {folder} и попробуйте ещё раз.",
    },
}


def terminal_language() -> str:
    """Return the language of the terminal by LC_ALL, LC_MESSAGES or LANG; English where it is another."""
    asked = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return asked[:2].lower() if asked[:2].lower() in ("lv", "ru") else "en"


def said(name: str, **details: object) -> str:
    """Return the words named so, in the language of the terminal."""
    return WORDS[name][terminal_language()].format(**details)
