<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU">
<context>
    <name>ApiCodePanel</name>
    <message>
        <source>API code</source>
        <translation>Код API</translation>
    </message>
    <message>
        <source>API code needed</source>
        <translation>Нужен код API</translation>
    </message>
    <message>
        <source>Copy a message for the administrator</source>
        <translation>Скопировать сообщение администратору</translation>
    </message>
    <message>
        <source>Enter the API code</source>
        <translation>Введите код API</translation>
    </message>
    <message>
        <source>Hello, I take calls with agent_desk on Voicenter. Please send me the API code of our account. The program needs it to show recent calls and to block numbers.</source>
        <translation>Здравствуйте. Я принимаю звонки в Voicenter с помощью agent_desk. Пришлите, пожалуйста, код API нашего аккаунта. Он нужен программе, чтобы показывать недавние звонки и блокировать номера.</translation>
    </message>
    <message>
        <source>Keep the code</source>
        <translation>Сохранить код</translation>
    </message>
    <message>
        <source>Kept in the system keyring, never in a file</source>
        <translation>Хранится в системном хранилище ключей, не в файле</translation>
    </message>
    <message>
        <source>Message copied</source>
        <translation>Сообщение скопировано</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Не сейчас</translation>
    </message>
    <message>
        <source>Recent calls and blocking need the API code of your account. Your administrator has it.</source>
        <translation>Для недавних звонков и блокировки нужен код API вашего аккаунта. Он есть у администратора.</translation>
    </message>
    <message>
        <source>Use this code</source>
        <translation>Использовать этот код</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Appearance</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Контрастная</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Меньше движения</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Включено</translation>
    </message>
    <message>
        <source>The windows speak this language from the next start on.</source>
        <translation>Окна заговорят на этом языке со следующего запуска.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Тема</translation>
    </message>
</context>
<context>
    <name>AutostartSection</name>
    <message>
        <source>Start</source>
        <translation>Запуск</translation>
    </message>
    <message>
        <source>Start when I log in to this PC</source>
        <translation>Запускать при входе в систему</translation>
    </message>
</context>
<context>
    <name>BlockConfirm</name>
    <message>
        <source>Block number</source>
        <translation>Заблокировать</translation>
    </message>
    <message>
        <source>Block {number}?</source>
        <translation>Заблокировать {number}?</translation>
    </message>
    <message>
        <source>Blocking…</source>
        <translation>Блокировка…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Nobody in your organisation can be connected to call this number. Whether its own calls are refused is decided in the phone system&apos;s menus.</source>
        <translation>Никто в вашей организации не сможет позвонить на этот номер. Отклонять ли звонки с него, определяют меню телефонной системы.</translation>
    </message>
</context>
<context>
    <name>BlockFeedback</name>
    <message>
        <source>Blocked {number}</source>
        <translation>{number} заблокирован</translation>
    </message>
    <message>
        <source>Not confirmed that {number} is blocked: {reason}</source>
        <translation>Блокировка {number} не подтверждена: {reason}</translation>
    </message>
    <message>
        <source>Not confirmed that {number} is unblocked: {reason}</source>
        <translation>Разблокировка {number} не подтверждена: {reason}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Unblocked {number}</source>
        <translation>{number} разблокирован</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>{number} was not changed: {reason}</source>
        <translation>{number} не изменён: {reason}</translation>
    </message>
</context>
<context>
    <name>CallCommands</name>
    <message>
        <source>Block the caller…</source>
        <translation>Заблокировать звонящего…</translation>
    </message>
    <message>
        <source>Blocked already</source>
        <translation>Уже заблокирован</translation>
    </message>
    <message>
        <source>CRM customer browser</source>
        <translation>CRM клиент браузер</translation>
    </message>
    <message>
        <source>Copy the caller&apos;s number</source>
        <translation>Скопировать номер звонящего</translation>
    </message>
    <message>
        <source>Dismiss the ended call</source>
        <translation>Закрыть завершённый звонок</translation>
    </message>
    <message>
        <source>It stays muted until you resume it</source>
        <translation>Останется отключённой, пока вы её не возобновите</translation>
    </message>
    <message>
        <source>No call has just ended</source>
        <translation>Только что завершённых звонков нет</translation>
    </message>
    <message>
        <source>No link came with this call</source>
        <translation>С этим звонком ссылка не пришла</translation>
    </message>
    <message>
        <source>Open the call&apos;s link</source>
        <translation>Открыть ссылку звонка</translation>
    </message>
    <message>
        <source>Show more or less of the card</source>
        <translation>Больше или меньше на карточке</translation>
    </message>
    <message>
        <source>Stay muted for longer</source>
        <translation>Не возобновлять дольше</translation>
    </message>
    <message>
        <source>The call is over</source>
        <translation>Разговор окончен</translation>
    </message>
    <message>
        <source>The number is hidden</source>
        <translation>Номер скрыт</translation>
    </message>
    <message>
        <source>The recording is muted already</source>
        <translation>Запись уже отключена</translation>
    </message>
    <message>
        <source>The recording is not muted</source>
        <translation>Запись не отключена</translation>
    </message>
    <message>
        <source>The service is being asked</source>
        <translation>Запрос к сервису отправлен</translation>
    </message>
    <message>
        <source>This call is not recorded</source>
        <translation>Этот звонок не записывается</translation>
    </message>
    <message>
        <source>This is an extension of your organisation</source>
        <translation>Это внутренний номер вашей организации</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Написать заметку</translation>
    </message>
    <message>
        <source>blacklist</source>
        <translation>чёрный список</translation>
    </message>
    <message>
        <source>close card</source>
        <translation>убрать карточку</translation>
    </message>
    <message>
        <source>countdown automatic resume later</source>
        <translation>отсчёт автоматическое возобновление позже</translation>
    </message>
    <message>
        <source>details fields custom data</source>
        <translation>подробности поля данные</translation>
    </message>
    <message>
        <source>phone clipboard</source>
        <translation>телефон буфер</translation>
    </message>
    <message>
        <source>remark comment</source>
        <translation>комментарий примечание</translation>
    </message>
    <message>
        <source>silence pause stop recording</source>
        <translation>заглушить пауза остановить запись</translation>
    </message>
    <message>
        <source>unmute record again</source>
        <translation>включить запись снова</translation>
    </message>
</context>
<context>
    <name>CallNotes</name>
    <message>
        <source>Incoming call</source>
        <translation>Входящий звонок</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>Пропущенный звонок</translation>
    </message>
    <message>
        <source>Show window</source>
        <translation>Показать окно</translation>
    </message>
</context>
<context>
    <name>CallerCard</name>
    <message>
        <source>Block</source>
        <translation>Блокировать</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Заблокирован</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Подтверждено</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Детали</translation>
    </message>
    <message>
        <source>No longer pinned</source>
        <translation>Больше не закреплено</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Pinned: the card stays after the call</source>
        <translation>Закреплено: карточка останется после звонка</translation>
    </message>
    <message>
        <source>Recent calls</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Повтор</translation>
    </message>
    <message>
        <source>Show card</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>на {time}</translation>
    </message>
</context>
<context>
    <name>ChooseExtensionPage</name>
    <message>
        <source>Calls pop for the extensions you tick here. The choice is kept for this sign-in.</source>
        <translation>Звонки будут появляться для отмеченных здесь номеров. Выбор сохраняется для этого входа.</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>Внутренние номера</translation>
    </message>
    <message>
        <source>Name or extension</source>
        <translation>Имя или внутренний номер</translation>
    </message>
    <message>
        <source>No extension matches</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>Search extensions</source>
        <translation>Поиск внутренних номеров</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Выйти</translation>
    </message>
    <message numerus="yes">
        <source>Use %n extensions</source>
        <translation>
            <numerusform>Использовать %n номер</numerusform>
            <numerusform>Использовать %n номера</numerusform>
            <numerusform>Использовать %n номеров</numerusform>
        </translation>
    </message>
    <message>
        <source>Use this extension</source>
        <translation>Использовать этот номер</translation>
    </message>
    <message>
        <source>Which extension is yours?</source>
        <translation>Какой внутренний номер ваш?</translation>
    </message>
</context>
<context>
    <name>ClosingLine</name>
    <message>
        <source>Closes in {count} s, stays while the pointer is on it</source>
        <translation>Закроется через {count} с, под указателем останется</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Dismiss this card</source>
        <translation>Закрыть эту карточку</translation>
    </message>
    <message>
        <source>Pinned: stays until it is dismissed</source>
        <translation>Закреплено: останется, пока её не закроют</translation>
    </message>
    <message>
        <source>Stays until it is dismissed</source>
        <translation>Остаётся, пока не закроют</translation>
    </message>
    <message>
        <source>Stays until its note is saved or you sign out</source>
        <translation>Останется, пока не сохранена заметка или не выполнен выход</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n calls</source>
        <translation>
            <numerusform>%n звонок</numerusform>
            <numerusform>%n звонка</numerusform>
            <numerusform>%n звонков</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls were recovered from the call log.</source>
        <translation>
            <numerusform>Из журнала восстановлен %n звонок.</numerusform>
            <numerusform>Из журнала восстановлено %n звонка.</numerusform>
            <numerusform>Из журнала восстановлено %n звонков.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n filters</source>
        <translation>
            <numerusform>%n фильтр</numerusform>
            <numerusform>%n фильтра</numerusform>
            <numerusform>%n фильтров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more fields</source>
        <translation>
            <numerusform>Ещё %n поле</numerusform>
            <numerusform>Ещё %n поля</numerusform>
            <numerusform>Ещё %n полей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {total} calls</source>
        <translation>
            <numerusform>%n из {total} звонков</numerusform>
            <numerusform>%n из {total} звонков</numerusform>
            <numerusform>%n из {total} звонков</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outcomes</source>
        <translation>
            <numerusform>%n исход</numerusform>
            <numerusform>%n исхода</numerusform>
            <numerusform>%n исходов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayRange</name>
    <message>
        <source>From</source>
        <translation>С</translation>
    </message>
    <message>
        <source>To</source>
        <translation>По</translation>
    </message>
</context>
<context>
    <name>DeskAside</name>
    <message>
        <source>Dial</source>
        <translation>Набор номера</translation>
    </message>
</context>
<context>
    <name>DeskCommands</name>
    <message>
        <source>Ask for my recent calls again</source>
        <translation>Запросить мои недавние звонки снова</translation>
    </message>
    <message>
        <source>Choose my extension again</source>
        <translation>Выбрать мой номер заново</translation>
    </message>
    <message>
        <source>Chosen already</source>
        <translation>Уже выбрано</translation>
    </message>
    <message>
        <source>Connecting right now</source>
        <translation>Подключение уже идёт</translation>
    </message>
    <message>
        <source>Enter the API code</source>
        <translation>Ввести код API</translation>
    </message>
    <message>
        <source>Settings: {section}</source>
        <translation>Настройки: {section}</translation>
    </message>
    <message>
        <source>Show all commands</source>
        <translation>Показать все команды</translation>
    </message>
    <message>
        <source>Show the desk</source>
        <translation>Перейти к звонкам</translation>
    </message>
    <message>
        <source>The connection is up</source>
        <translation>Связь есть</translation>
    </message>
    <message>
        <source>Theme: {theme}</source>
        <translation>Тема: {theme}</translation>
    </message>
    <message>
        <source>This sign-in sees no other extensions</source>
        <translation>Этому входу другие номера не видны</translation>
    </message>
    <message>
        <source>Try to connect now</source>
        <translation>Попробовать подключиться сейчас</translation>
    </message>
    <message>
        <source>colours appearance</source>
        <translation>цвета оформление</translation>
    </message>
    <message>
        <source>current calls home</source>
        <translation>текущие звонки главная</translation>
    </message>
    <message>
        <source>exit close program</source>
        <translation>закрыть программу</translation>
    </message>
    <message>
        <source>key permission</source>
        <translation>ключ доступ</translation>
    </message>
    <message>
        <source>log off leave account</source>
        <translation>выход сменить пользователя</translation>
    </message>
    <message>
        <source>phone seat line</source>
        <translation>телефон место линия</translation>
    </message>
    <message>
        <source>preferences options</source>
        <translation>параметры предпочтения</translation>
    </message>
    <message>
        <source>reconnect network offline</source>
        <translation>переподключение сеть нет связи</translation>
    </message>
    <message>
        <source>refresh reload call log</source>
        <translation>обновить журнал звонков</translation>
    </message>
</context>
<context>
    <name>DeskHeader</name>
    <message>
        <source>API code…</source>
        <translation>Код API…</translation>
    </message>
    <message>
        <source>All commands…</source>
        <translation>Все команды…</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Подключение</translation>
    </message>
    <message>
        <source>Extension {sip}</source>
        <translation>Внутренний {sip}</translation>
    </message>
    <message>
        <source>Extensions {sips}</source>
        <translation>Внутренние {sips}</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Меню</translation>
    </message>
    <message>
        <source>My extensions…</source>
        <translation>Мои номера…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Завершить</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Повтор</translation>
    </message>
    <message>
        <source>Replay ended</source>
        <translation>Повтор окончен</translation>
    </message>
    <message>
        <source>Replay of {file}</source>
        <translation>Повтор {file}</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Выйти из аккаунта</translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n events</source>
        <translation>
            <numerusform>{done} из %n события</numerusform>
            <numerusform>{done} из %n событий</numerusform>
            <numerusform>{done} из %n событий</numerusform>
        </translation>
    </message>
    <message>
        <source>{extension} · this session only</source>
        <translation>{extension} · только этот сеанс</translation>
    </message>
</context>
<context>
    <name>DeskPage</name>
    <message>
        <source>Choose my extension</source>
        <translation>Выбрать мой номер</translation>
    </message>
    <message>
        <source>Current calls</source>
        <translation>Текущие звонки</translation>
    </message>
    <message>
        <source>No call right now</source>
        <translation>Сейчас звонков нет</translation>
    </message>
    <message>
        <source>These calls are over. In a replay nothing can be muted, blocked or looked up.</source>
        <translation>Эти звонки уже закончились. При повторе нельзя отключить запись, заблокировать номер или что-либо найти.</translation>
    </message>
    <message>
        <source>You answer on your phone</source>
        <translation>Отвечайте на телефоне</translation>
    </message>
</context>
<context>
    <name>DiagnosticsSection</name>
    <message>
        <source>Administrator&apos;s settings</source>
        <translation>Настройки администратора</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Соединение</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Диагностика</translation>
    </message>
    <message>
        <source>History and notes</source>
        <translation>История и заметки</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>Работает на</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>What is copied holds no password, no number and no name of a person.</source>
        <translation>В копии нет паролей, номеров и имён людей.</translation>
    </message>
</context>
<context>
    <name>DialCommands</name>
    <message>
        <source>Call the caller back</source>
        <translation>Перезвонить звонившему</translation>
    </message>
    <message>
        <source>Dial a number</source>
        <translation>Набрать номер</translation>
    </message>
    <message>
        <source>Hang up the call I started</source>
        <translation>Завершить начатый мной звонок</translation>
    </message>
    <message>
        <source>No call was started from here</source>
        <translation>Отсюда не начато ни одного звонка</translation>
    </message>
    <message>
        <source>call phone field</source>
        <translation>звонок телефон поле</translation>
    </message>
    <message>
        <source>end terminate</source>
        <translation>закончить положить трубку</translation>
    </message>
    <message>
        <source>return dial again</source>
        <translation>вернуть набрать снова</translation>
    </message>
</context>
<context>
    <name>DialField</name>
    <message>
        <source>Call</source>
        <translation>Позвонить</translation>
    </message>
    <message>
        <source>Number to call</source>
        <translation>Номер для звонка</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Параметры</translation>
    </message>
</context>
<context>
    <name>DialLine</name>
    <message>
        <source>Call it</source>
        <translation>Позвонить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Dial again</source>
        <translation>Набрать снова</translation>
    </message>
    <message>
        <source>Dial anyway</source>
        <translation>Всё равно набрать</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>End all calls</source>
        <translation>Завершить все звонки</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>Завершить</translation>
    </message>
</context>
<context>
    <name>DialOptionsPart</name>
    <message>
        <source>As usual</source>
        <translation>Как обычно</translation>
    </message>
    <message>
        <source>My phone answers by itself</source>
        <translation>Мой телефон отвечает сам</translation>
    </message>
    <message>
        <source>Not a phone number of your account</source>
        <translation>Это не номер вашей учётной записи</translation>
    </message>
    <message>
        <source>Number that the customer sees</source>
        <translation>Номер, который видит клиент</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Выкл.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Вкл.</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Запись</translation>
    </message>
</context>
<context>
    <name>DryRunSection</name>
    <message>
        <source>Look again</source>
        <translation>Проверить ещё раз</translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>Звонков пока нет</translation>
    </message>
    <message>
        <source>Number of calls</source>
        <translation>Сколько звонков</translation>
    </message>
    <message>
        <source>Take a call, or make one, and look again: it is listed here.</source>
        <translation>Примите звонок или позвоните сами и проверьте ещё раз: он появится здесь.</translation>
    </message>
    <message>
        <source>What would have popped</source>
        <translation>Что бы всплыло</translation>
    </message>
    <message>
        <source>With the API code (see Sign-in) the calls of the last week are here, too.</source>
        <translation>С кодом API (см. «Вход») здесь будут и звонки за последнюю неделю.</translation>
    </message>
    <message>
        <source>Your last calls, with the cards that the custom data above, saved or not, would give them. Open a call to read why.</source>
        <translation>Ваши последние звонки и карточки, которые дали бы им данные звонка выше, сохранённые или нет. Откройте звонок, чтобы узнать почему.</translation>
    </message>
</context>
<context>
    <name>ExportMenu</name>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>For programs (JSON)</source>
        <translation>Для программ (JSON)</translation>
    </message>
    <message>
        <source>Save the calls that are shown</source>
        <translation>Сохранить показанные звонки</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Таблица (CSV)</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Fewer fields</source>
        <translation>Меньше полей</translation>
    </message>
</context>
<context>
    <name>GaveUpList</name>
    <message>
        <source>Callers who gave up</source>
        <translation>Не дождавшиеся</translation>
    </message>
    <message>
        <source>Enter calls back, Delete says that it is done.</source>
        <translation>Enter — перезвонить, Delete — отметить, что сделано.</translation>
    </message>
</context>
<context>
    <name>GivenLine</name>
    <message>
        <source>Set by your administrator; you can choose otherwise.</source>
        <translation>Задано администратором; можно выбрать иначе.</translation>
    </message>
</context>
<context>
    <name>GuardBand</name>
    <message>
        <source>resumes at {time}</source>
        <translation>возобновится в {time}</translation>
    </message>
</context>
<context>
    <name>GuardNotice</name>
    <message>
        <source>Recording resumes in {time}</source>
        <translation>Запись через {time}</translation>
    </message>
    <message>
        <source>Stay muted for {count} s more</source>
        <translation>Не возобновлять ещё {count} с</translation>
    </message>
    <message>
        <source>{more} s</source>
        <translation>{more} с</translation>
    </message>
</context>
<context>
    <name>GuardPart</name>
    <message>
        <source>Dismiss</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Dismiss the warning</source>
        <translation>Закрыть предупреждение</translation>
    </message>
    <message>
        <source>Muted by somebody else, or before this program was started.</source>
        <translation>Отключена кем-то другим или до запуска программы.</translation>
    </message>
    <message>
        <source>Muting works without the link: the service&apos;s answer confirms it, no event will.</source>
        <translation>Отключение работает и без связи: его подтвердит ответ сервиса, но не событие.</translation>
    </message>
    <message>
        <source>This is a replay: there is no call to mute.</source>
        <translation>Это повтор: звонка с записью сейчас нет.</translation>
    </message>
</context>
<context>
    <name>GuardSection</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>A number of seconds from {least} to {most}.</source>
        <translation>Число секунд от {least} до {most}.</translation>
    </message>
    <message>
        <source>A part of the title is enough; with * for anything it is the whole title. Capital letters make no difference. Titles are compared here and kept nowhere.</source>
        <translation>Достаточно части заголовка; со знаком * вместо любого текста это заголовок целиком. Регистр не важен. Заголовки сравниваются здесь и нигде не хранятся.</translation>
    </message>
    <message>
        <source>After another time</source>
        <translation>Другое время</translation>
    </message>
    <message>
        <source>Any program that runs under your name can then mute and resume your calls, and see whether they are muted; never who calls.</source>
        <translation>Любая программа, запущенная от вашего имени, сможет отключать и возобновлять запись ваших звонков и видеть, отключена ли она, но не видеть, кто звонит.</translation>
    </message>
    <message>
        <source>Card details*</source>
        <translation>Данные карты*</translation>
    </message>
    <message>
        <source>Edge around the screen while muted</source>
        <translation>Рамка экрана, пока отключена</translation>
    </message>
    <message>
        <source>Export the ledger…</source>
        <translation>Выгрузить журнал…</translation>
    </message>
    <message>
        <source>It says when and by what each recording was muted, whether the service confirmed it, and when and why it went on; no names, no numbers.</source>
        <translation>В нём сказано, когда и чем была отключена каждая запись, подтвердил ли это сервис, когда и почему она возобновилась; без имён и номеров.</translation>
    </message>
    <message>
        <source>Keep the ledger of mutes for</source>
        <translation>Хранить журнал отключений</translation>
    </message>
    <message>
        <source>Let programs on this PC mute and resume</source>
        <translation>Программы могут отключать запись</translation>
    </message>
    <message>
        <source>Mute while a window with such a title is in front, one a line</source>
        <translation>Отключать, пока впереди окно с таким заголовком, по одному в строке</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Никогда</translation>
    </message>
    <message>
        <source>Payment page</source>
        <translation>Страница оплаты</translation>
    </message>
    <message>
        <source>Programs cannot ask now: the connection for them could not be opened.</source>
        <translation>Программы сейчас не могут обращаться: не удалось открыть для них соединение.</translation>
    </message>
    <message>
        <source>Recording guard</source>
        <translation>Защита записи</translation>
    </message>
    <message>
        <source>Remind me while it is muted</source>
        <translation>Напоминать, пока запись отключена</translation>
    </message>
    <message>
        <source>Resume by itself</source>
        <translation>Возобновлять автоматически</translation>
    </message>
    <message>
        <source>Resume when that window is left</source>
        <translation>Возобновлять при уходе из этого окна</translation>
    </message>
    <message>
        <source>Seconds until it resumes</source>
        <translation>Секунд до возобновления</translation>
    </message>
    <message>
        <source>The last 15 seconds are counted on the card, and can be put off.</source>
        <translation>Последние 15 секунд отсчитываются на карточке, и их можно отложить.</translation>
    </message>
    <message>
        <source>This desktop (Wayland) lets no program put an edge there.</source>
        <translation>Этот рабочий стол (Wayland) не даёт программам ставить там рамку.</translation>
    </message>
    <message>
        <source>mute unmute pause record reminder countdown rule window CRM card payment</source>
        <translation>отключить включить пауза запись напоминание отсчёт правило окно CRM карта оплата</translation>
    </message>
</context>
<context>
    <name>GuardVoice</name>
    <message>
        <source>Recording resumes in {time}</source>
        <translation>Запись через {time}</translation>
    </message>
</context>
<context>
    <name>HandedOver</name>
    <message>
        <source>Copied number: {number}</source>
        <translation>Скопированный номер: {number}</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Скопировать номер</translation>
    </message>
    <message>
        <source>Number from a link: {number}</source>
        <translation>Номер из ссылки: {number}</translation>
    </message>
</context>
<context>
    <name>HistoryDay</name>
    <message>
        <source>Answered</source>
        <translation>Принято</translation>
    </message>
    <message>
        <source>Answered: {count}</source>
        <translation>Принято: {count}</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Назад к списку</translation>
    </message>
    <message>
        <source>Calls by the hour</source>
        <translation>Звонки по часам</translation>
    </message>
    <message>
        <source>Choose a call to see its details.</source>
        <translation>Выберите звонок, чтобы увидеть подробности.</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Пропущ.</translation>
    </message>
    <message>
        <source>Missed: {count}</source>
        <translation>Пропущено: {count}</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>Исход.</translation>
    </message>
    <message>
        <source>Outgoing: {count}</source>
        <translation>Исходящих: {count}</translation>
    </message>
    <message>
        <source>Talk time</source>
        <translation>Разговор</translation>
    </message>
    <message>
        <source>Talk time: {count}</source>
        <translation>Время разговора: {count}</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>Следующий день</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>Предыдущий день</translation>
    </message>
</context>
<context>
    <name>HistoryDetailView</name>
    <message>
        <source>Back to the list</source>
        <translation>Назад к списку</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Блокировать</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Перезвонить</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Копировать ссылку</translation>
    </message>
    <message>
        <source>Custom data</source>
        <translation>Данные звонка</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>Ссылка скопирована</translation>
    </message>
    <message>
        <source>Loading details…</source>
        <translation>Подробности загружаются…</translation>
    </message>
    <message>
        <source>Open recording</source>
        <translation>Открыть запись</translation>
    </message>
    <message>
        <source>Parts of the call</source>
        <translation>Части звонка</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>The call log gave no web address for it.</source>
        <translation>Журнал звонков не дал для неё веб-адреса.</translation>
    </message>
    <message>
        <source>Way through the menu</source>
        <translation>Путь по меню</translation>
    </message>
</context>
<context>
    <name>HistoryFilters</name>
    <message>
        <source>Any outcome</source>
        <translation>Любой исход</translation>
    </message>
    <message>
        <source>Any queue</source>
        <translation>Любая очередь</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>По имени</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Сбросить</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Очистить поиск</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Дни</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Направление</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Фильтры</translation>
    </message>
    <message>
        <source>In and out</source>
        <translation>Все направления</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>Входящие</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>Сначала долгие</translation>
    </message>
    <message>
        <source>Name, number, note or custom data</source>
        <translation>Имя, номер, заметка или данные</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Сначала новые</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Сначала старые</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Порядок</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Исход</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>Исходящие</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Очередь</translation>
    </message>
    <message>
        <source>Search calls</source>
        <translation>Поиск звонков</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>С заметкой</translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>Calls</source>
        <translation>Звонки</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Loading…</source>
        <translation>Загрузка…</translation>
    </message>
</context>
<context>
    <name>HistoryNote</name>
    <message>
        <source>Call again</source>
        <translation>Перезвонить</translation>
    </message>
    <message>
        <source>No result</source>
        <translation>Без итога</translation>
    </message>
    <message>
        <source>Not interested</source>
        <translation>Не интересует</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Ещё не сохранено</translation>
    </message>
    <message>
        <source>Not saved: {why}</source>
        <translation>Не сохранено: {why}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Решено</translation>
    </message>
    <message>
        <source>Result: {result}</source>
        <translation>Итог: {result}</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Сохранено</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Сохраняется…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Write a note. It saves itself.</source>
        <translation>Напишите заметку. Она сохраняется сама.</translation>
    </message>
    <message>
        <source>Wrong number</source>
        <translation>Ошиблись номером</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Loading calls…</source>
        <translation>Звонки загружаются…</translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>Звонков пока нет</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Обновить</translation>
    </message>
    <message>
        <source>The day in figures</source>
        <translation>День в цифрах</translation>
    </message>
    <message>
        <source>They appear here once they have ended.</source>
        <translation>Они появятся здесь после завершения.</translation>
    </message>
    <message>
        <source>Try other words or fewer filters.</source>
        <translation>Попробуйте другие слова или меньше фильтров.</translation>
    </message>
</context>
<context>
    <name>HistorySide</name>
    <message numerus="yes">
        <source>%n calls saved</source>
        <translation>
            <numerusform>%n звонок сохранён</numerusform>
            <numerusform>%n звонка сохранено</numerusform>
            <numerusform>%n звонков сохранено</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HotkeyWishes</name>
    <message>
        <source>No call is being recorded now.</source>
        <translation>Сейчас ни один звонок не записывается.</translation>
    </message>
    <message>
        <source>There is no phone number on the clipboard.</source>
        <translation>В буфере обмена нет номера телефона.</translation>
    </message>
</context>
<context>
    <name>HourBars</name>
    <message>
        <source>No calls on this day</source>
        <translation>В этот день звонков нет</translation>
    </message>
    <message>
        <source>{hour}: {answered} answered, {missed} missed, {made} outgoing</source>
        <translation>{hour}: принято {answered}, пропущено {missed}, исходящих {made}</translation>
    </message>
</context>
<context>
    <name>KeyValue</name>
    <message>
        <source>Copy {label}</source>
        <translation>Копировать: {label}</translation>
    </message>
</context>
<context>
    <name>KeysButton</name>
    <message>
        <source>None</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Press the keys. Esc cancels, Backspace clears.</source>
        <translation>Нажмите клавиши. Esc — отмена, Backspace — очистить.</translation>
    </message>
    <message>
        <source>Press the keys…</source>
        <translation>Нажмите клавиши…</translation>
    </message>
</context>
<context>
    <name>KeysSection</name>
    <message>
        <source>Hold Ctrl or Alt with it, or use a key from F1 to F24.</source>
        <translation>Удерживайте с ней Ctrl или Alt либо выберите клавишу от F1 до F24.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>Press a button, then the keys. Backspace clears it.</source>
        <translation>Нажмите кнопку, затем клавиши. Backspace очищает.</translation>
    </message>
    <message>
        <source>The desktop asks you now in a window of its own.</source>
        <translation>Рабочий стол сейчас спрашивает вас в своём окне.</translation>
    </message>
    <message>
        <source>They work while you type in another program. None is set at first.</source>
        <translation>Работают, пока вы печатаете в другой программе. Сначала ни одно не задано.</translation>
    </message>
    <message>
        <source>This desktop (Wayland) decides itself: it asks you first, and its own settings say which keys it gives.</source>
        <translation>Этот рабочий стол (Wayland) решает сам: сначала он спросит вас, а какие клавиши он даёт, видно в его настройках.</translation>
    </message>
    <message>
        <source>This desktop gives no program keys that work everywhere. In the window itself every shortcut works.</source>
        <translation>Этот рабочий стол не даёт программам клавиш, которые действуют везде. В самом окне работают все сочетания.</translation>
    </message>
    <message>
        <source>{action} has this combination already.</source>
        <translation>Это сочетание уже занято: {action}.</translation>
    </message>
</context>
<context>
    <name>LabelsSection</name>
    <message>
        <source>Add a field</source>
        <translation>Добавить поле</translation>
    </message>
    <message>
        <source>Custom data</source>
        <translation>Данные звонка</translation>
    </message>
    <message>
        <source>Enter the name as it comes with the call.</source>
        <translation>Введите имя так, как оно приходит со звонком.</translation>
    </message>
    <message>
        <source>How a card looks then</source>
        <translation>Так выглядит карточка</translation>
    </message>
    <message>
        <source>Place {place} of {count}</source>
        <translation>Место {place} из {count}</translation>
    </message>
    <message>
        <source>The link must begin with {http} or {https} and name its server.</source>
        <translation>Ссылка должна начинаться с {http} или {https} и содержать имя сервера.</translation>
    </message>
    <message>
        <source>The link must lead to a host that your administrator allows.</source>
        <translation>Ссылка должна вести на сервер, который разрешил администратор.</translation>
    </message>
    <message>
        <source>This name is in the list already.</source>
        <translation>Это имя уже есть в списке.</translation>
    </message>
    <message>
        <source>What your IVR or CRM attaches to a call, in the order of this list.</source>
        <translation>Что IVR или CRM добавляет к звонку, в порядке этого списка.</translation>
    </message>
    <message>
        <source>Your administrator allows links to {hosts} only.</source>
        <translation>Администратор разрешает ссылки только на {hosts}.</translation>
    </message>
</context>
<context>
    <name>LegRow</name>
    <message>
        <source>rang {length}</source>
        <translation>вызов {length}</translation>
    </message>
    <message>
        <source>talked {length}</source>
        <translation>разговор {length}</translation>
    </message>
</context>
<context>
    <name>LinkBanner</name>
    <message>
        <source>Calls that arrive now do not pop.</source>
        <translation>Поступающие сейчас звонки здесь не появятся.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Нет связи</translation>
    </message>
    <message>
        <source>Not connected since {time}</source>
        <translation>Нет связи с {time}</translation>
    </message>
    <message>
        <source>Slower than usual</source>
        <translation>Медленнее обычного</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Повторить сейчас</translation>
    </message>
    <message>
        <source>Without a live connection calls are asked for every 5 s: they pop late.</source>
        <translation>Без постоянной связи звонки запрашиваются каждые 5 с и появляются с задержкой.</translation>
    </message>
</context>
<context>
    <name>ListTrouble</name>
    <message>
        <source>Enter the API code</source>
        <translation>Введите код API</translation>
    </message>
    <message>
        <source>The call log needs your account&apos;s API code.</source>
        <translation>Для журнала звонков нужен код API вашего аккаунта.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>agent_desk</source>
        <translation>agent_desk</translation>
    </message>
</context>
<context>
    <name>MenuPath</name>
    <message>
        <source>{layer}, pressed {key}</source>
        <translation>{layer}, нажато {key}</translation>
    </message>
</context>
<context>
    <name>MoreCalls</name>
    <message numerus="yes">
        <source>%n more calls in the main window</source>
        <translation>
            <numerusform>Ещё %n звонок в главном окне</numerusform>
            <numerusform>Ещё %n звонка в главном окне</numerusform>
            <numerusform>Ещё %n звонков в главном окне</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MuteControl</name>
    <message>
        <source>Mute recording</source>
        <translation>Отключить запись</translation>
    </message>
    <message>
        <source>Muting…</source>
        <translation>Отключение…</translation>
    </message>
    <message>
        <source>Not muted, try again</source>
        <translation>Не отключена, повторить</translation>
    </message>
    <message>
        <source>Resume recording</source>
        <translation>Возобновить запись</translation>
    </message>
    <message>
        <source>Resuming…</source>
        <translation>Возобновление…</translation>
    </message>
    <message>
        <source>Still muted, try again</source>
        <translation>Ещё отключена, повторить</translation>
    </message>
    <message>
        <source>may be recording</source>
        <translation>возможно, пишется</translation>
    </message>
    <message>
        <source>still muted</source>
        <translation>запись ещё отключена</translation>
    </message>
    <message>
        <source>still recording</source>
        <translation>запись ещё идёт</translation>
    </message>
</context>
<context>
    <name>MutedBand</name>
    <message>
        <source>Recording muted</source>
        <translation>Запись отключена</translation>
    </message>
</context>
<context>
    <name>MyCalls</name>
    <message>
        <source>Asking the call log…</source>
        <translation>Запрос к журналу звонков…</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Перезвонить</translation>
    </message>
    <message>
        <source>Call back {name}</source>
        <translation>Перезвонить: {name}</translation>
    </message>
    <message>
        <source>My recent calls</source>
        <translation>Мои недавние звонки</translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>Звонков пока нет</translation>
    </message>
    <message>
        <source>Refresh my recent calls</source>
        <translation>Обновить мои недавние звонки</translation>
    </message>
    <message>
        <source>They appear here once they have ended</source>
        <translation>Они появятся здесь после завершения</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Ctrl+Enter saves. Esc closes, the words stay. Kept until you sign out or quit.</source>
        <translation>Ctrl+Enter сохраняет. Esc закрывает, текст остаётся. Хранится до выхода из системы или закрытия программы.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Discard the changes</source>
        <translation>Отменить изменения</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Note on the call with {name}</source>
        <translation>Заметка о звонке с {name}</translation>
    </message>
    <message>
        <source>Note saved</source>
        <translation>Заметка сохранена</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>Сохранить заметку</translation>
    </message>
</context>
<context>
    <name>NoteLine</name>
    <message>
        <source>Not saved</source>
        <translation>Не сохранено</translation>
    </message>
</context>
<context>
    <name>NoticeLine</name>
    <message>
        <source>Dismiss</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>NumbersSection</name>
    <message>
        <source>Country of numbers without a prefix</source>
        <translation>Страна номеров без кода</translation>
    </message>
    <message>
        <source>No such country; choose one from the list.</source>
        <translation>Такой страны нет; выберите из списка.</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Номера</translation>
    </message>
    <message>
        <source>Type a part of its name. Cards read numbers this way at once.</source>
        <translation>Введите часть названия. Карточки читают номера так сразу.</translation>
    </message>
</context>
<context>
    <name>OwedList</name>
    <message numerus="yes">
        <source>%n missed calls hid their number</source>
        <translation>
            <numerusform>%n пропущенный звонок со скрытого номера</numerusform>
            <numerusform>%n пропущенных звонка со скрытых номеров</numerusform>
            <numerusform>%n пропущенных звонков со скрытых номеров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>Ещё %n</numerusform>
            <numerusform>Ещё %n</numerusform>
            <numerusform>Ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>No missed calls to return</source>
        <translation>Некому перезванивать</translation>
    </message>
    <message>
        <source>No missed calls to return since {time}</source>
        <translation>С {time} некому перезванивать</translation>
    </message>
    <message>
        <source>Owed call-backs</source>
        <translation>Нужно перезвонить</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Показать меньше</translation>
    </message>
</context>
<context>
    <name>OwedRow</name>
    <message numerus="yes">
        <source>%n calls</source>
        <translation>
            <numerusform>%n звонок</numerusform>
            <numerusform>%n звонка</numerusform>
            <numerusform>%n звонков</numerusform>
        </translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Перезвонить</translation>
    </message>
    <message>
        <source>Call back {name}</source>
        <translation>Перезвонить: {name}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Done: {name}</source>
        <translation>Готово: {name}</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message numerus="yes">
        <source>%n wait too long</source>
        <translation>
            <numerusform>%n ждёт слишком долго</numerusform>
            <numerusform>%n ждут слишком долго</numerusform>
            <numerusform>%n ждут слишком долго</numerusform>
        </translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Стол</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Очереди</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Команда</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message numerus="yes">
        <source>%n commands</source>
        <translation>
            <numerusform>%n команда</numerusform>
            <numerusform>%n команды</numerusform>
            <numerusform>%n команд</numerusform>
        </translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Команды</translation>
    </message>
    <message>
        <source>No such command</source>
        <translation>Такой команды нет</translation>
    </message>
    <message>
        <source>Try another word.</source>
        <translation>Попробуйте другое слово.</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Что нужно сделать?</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Hide what I typed</source>
        <translation>Скрыть введённое</translation>
    </message>
    <message>
        <source>Show what I typed</source>
        <translation>Показать введённое</translation>
    </message>
</context>
<context>
    <name>Pop</name>
    <message>
        <source>Call</source>
        <translation>Звонок</translation>
    </message>
</context>
<context>
    <name>PopsSection</name>
    <message>
        <source>An ended call stays</source>
        <translation>Завершённый звонок виден</translation>
    </message>
    <message>
        <source>Bottom left</source>
        <translation>Внизу слева</translation>
    </message>
    <message>
        <source>Bottom right</source>
        <translation>Внизу справа</translation>
    </message>
    <message>
        <source>Corner of the screen</source>
        <translation>Угол экрана</translation>
    </message>
    <message>
        <source>Pops</source>
        <translation>Всплывающие карточки</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Экран</translation>
    </message>
    <message>
        <source>The desktop&apos;s first screen</source>
        <translation>Основной экран</translation>
    </message>
    <message>
        <source>Top left</source>
        <translation>Вверху слева</translation>
    </message>
    <message>
        <source>Top right</source>
        <translation>Вверху справа</translation>
    </message>
    <message>
        <source>Until I close it</source>
        <translation>Пока не закрою</translation>
    </message>
    <message>
        <source>Where this window is</source>
        <translation>Где это окно</translation>
    </message>
    <message>
        <source>{screen} (not there now)</source>
        <translation>{screen} (сейчас нет)</translation>
    </message>
</context>
<context>
    <name>PrivacySection</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>Callers&apos; numbers show as {dots} until the pointer or the keyboard is on them. Copying, calling and blocking use the whole number.</source>
        <translation>Номера звонящих видны как {dots}, пока на них не указатель и не фокус клавиатуры. Копирование, звонок и блокировка берут номер целиком.</translation>
    </message>
    <message>
        <source>Hide numbers until pointed at</source>
        <translation>Скрывать номера, пока на них не навели</translation>
    </message>
    <message>
        <source>Keep the history of calls for</source>
        <translation>Хранить историю звонков</translation>
    </message>
    <message>
        <source>Older calls are deleted from this PC together with their notes. The history is a file that only your user account can read; it is not encrypted.</source>
        <translation>Более старые звонки удаляются с этого компьютера вместе с заметками. История — это файл, который может прочесть только ваша учётная запись; он не зашифрован.</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Приватность</translation>
    </message>
    <message>
        <source>Without end</source>
        <translation>Без срока</translation>
    </message>
</context>
<context>
    <name>PullProgress</name>
    <message>
        <source>Fetching calls from the call log: {done}</source>
        <translation>Загрузка из журнала звонков: {done}</translation>
    </message>
    <message>
        <source>Fetching calls from the call log: {done} of {total}</source>
        <translation>Загрузка из журнала звонков: {done} из {total}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>Queues and waiting callers</source>
        <translation>Очереди и ожидающие</translation>
    </message>
</context>
<context>
    <name>QueuesPage</name>
    <message numerus="yes">
        <source>%n left while it could not be seen how</source>
        <translation>
            <numerusform>%n ушёл, как — не видно</numerusform>
            <numerusform>%n ушли, как — не видно</numerusform>
            <numerusform>%n ушли, как — не видно</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to call back</source>
        <translation>
            <numerusform>перезвонить: %n</numerusform>
            <numerusform>перезвонить: %n</numerusform>
            <numerusform>перезвонить: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n who gave up cannot be called back</source>
        <translation>
            <numerusform>%n не дождавшемуся нельзя перезвонить</numerusform>
            <numerusform>%n не дождавшимся нельзя перезвонить</numerusform>
            <numerusform>%n не дождавшимся нельзя перезвонить</numerusform>
        </translation>
    </message>
    <message>
        <source>All queues</source>
        <translation>Все очереди</translation>
    </message>
    <message>
        <source>As of {time}.</source>
        <translation>По состоянию на {time}.</translation>
    </message>
    <message>
        <source>Asked for every 5 seconds: who gives up cannot be seen this way.</source>
        <translation>Запрос каждые 5 секунд: так не видно, кто не дождался.</translation>
    </message>
    <message>
        <source>Enter the API code</source>
        <translation>Ввести код API</translation>
    </message>
    <message>
        <source>Gave up</source>
        <translation>Не дождались</translation>
    </message>
    <message>
        <source>Gave up, to call back</source>
        <translation>Не дождались, перезвонить</translation>
    </message>
    <message>
        <source>Looking for the queues...</source>
        <translation>Поиск очередей...</translation>
    </message>
    <message>
        <source>No queues</source>
        <translation>Нет очередей</translation>
    </message>
    <message>
        <source>Nobody to call back</source>
        <translation>Перезванивать некому</translation>
    </message>
    <message>
        <source>None to be seen here.</source>
        <translation>Здесь ни одной не видно.</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Очереди</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>The queues are not told here. Asking for them needs the API code.</source>
        <translation>Сведения об очередях сюда не поступают. Для запроса нужен код API.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Ожидают</translation>
    </message>
    <message>
        <source>Which queues</source>
        <translation>Какие очереди</translation>
    </message>
    <message>
        <source>With callers</source>
        <translation>С ожидающими</translation>
    </message>
    <message>
        <source>seen since {time}</source>
        <translation>видно с {time}</translation>
    </message>
</context>
<context>
    <name>QuitQuestion</name>
    <message>
        <source>Log out and quit</source>
        <translation>Выйти из системы и закрыть</translation>
    </message>
    <message>
        <source>Logging out. This takes three seconds at most.</source>
        <translation>Выполняется выход. Это займёт не больше трёх секунд.</translation>
    </message>
    <message>
        <source>Only quit</source>
        <translation>Только закрыть</translation>
    </message>
    <message>
        <source>Otherwise it stays as it is, and calls go on coming to your phone.</source>
        <translation>Иначе он останется прежним, и вызовы по-прежнему будут поступать на ваш телефон.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выход</translation>
    </message>
    <message>
        <source>Set your status to logged out?</source>
        <translation>Установить статус «Вне системы»?</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Остаться</translation>
    </message>
    <message>
        <source>Your status may be unchanged: calls may go on coming to your phone.</source>
        <translation>Возможно, ваш статус не изменился: вызовы могут по-прежнему поступать на ваш телефон.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
</context>
<context>
    <name>RecordingQuestion</name>
    <message>
        <source>Once you have left, nobody resumes it: the rest of the call is not recorded.</source>
        <translation>После выхода её никто не возобновит: остаток разговора не будет записан.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Завершить</translation>
    </message>
    <message>
        <source>Quit, leave muted</source>
        <translation>Завершить без записи</translation>
    </message>
    <message>
        <source>Resume and quit</source>
        <translation>Возобновить и завершить</translation>
    </message>
    <message>
        <source>Resume and sign out</source>
        <translation>Возобновить и выйти</translation>
    </message>
    <message>
        <source>Resuming the recording. Voicenter has not confirmed it yet.</source>
        <translation>Запись возобновляется. Voicenter ещё не подтвердил это.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Sign out, leave muted</source>
        <translation>Выйти без записи</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Остаться</translation>
    </message>
    <message>
        <source>The recording is muted</source>
        <translation>Запись отключена</translation>
    </message>
    <message>
        <source>The recording was not resumed for certain. It may still be muted.</source>
        <translation>Нет уверенности, что запись возобновлена. Возможно, она всё ещё отключена.</translation>
    </message>
</context>
<context>
    <name>ReplayProgress</name>
    <message>
        <source>No event in this file could be read.</source>
        <translation>В этом файле не удалось прочитать ни одного события.</translation>
    </message>
</context>
<context>
    <name>RowHead</name>
    <message>
        <source>Shows why.</source>
        <translation>Показывает почему.</translation>
    </message>
    <message>
        <source>The reasons are shown.</source>
        <translation>Причины показаны.</translation>
    </message>
</context>
<context>
    <name>RuleForm</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Do not show it</source>
        <translation>Не показывать</translation>
    </message>
    <message>
        <source>Label on the card</source>
        <translation>Подпись на карточке</translation>
    </message>
    <message>
        <source>Link, with {value} for the value</source>
        <translation>Ссылка, {value} вместо значения</translation>
    </message>
    <message>
        <source>Name in the custom data</source>
        <translation>Имя в данных звонка</translation>
    </message>
    <message>
        <source>Save field</source>
        <translation>Сохранить поле</translation>
    </message>
</context>
<context>
    <name>RuleRow</name>
    <message>
        <source>Change {label}</source>
        <translation>Изменить {label}</translation>
    </message>
    <message>
        <source>Move {label} down</source>
        <translation>Ниже: {label}</translation>
    </message>
    <message>
        <source>Move {label} up</source>
        <translation>Выше: {label}</translation>
    </message>
    <message>
        <source>Remove {label}</source>
        <translation>Убрать {label}</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>скрыто</translation>
    </message>
    <message>
        <source>link</source>
        <translation>ссылка</translation>
    </message>
</context>
<context>
    <name>SampleCard</name>
    <message>
        <source>No custom data is shown.</source>
        <translation>Данные звонка не показаны.</translation>
    </message>
    <message>
        <source>Sample caller</source>
        <translation>Пример звонка</translation>
    </message>
</context>
<context>
    <name>ScreenEdge</name>
    <message>
        <source>Muted</source>
        <translation>Отключена</translation>
    </message>
    <message>
        <source>Muted when the link was lost</source>
        <translation>Была отключена, когда пропала связь</translation>
    </message>
    <message>
        <source>Muted: {muted} of {calls} calls</source>
        <translation>Отключена: {muted} из {calls} звонков</translation>
    </message>
    <message>
        <source>Not muted, still recording</source>
        <translation>Не отключена, запись ещё идёт</translation>
    </message>
</context>
<context>
    <name>SettingsAccess</name>
    <message>
        <source>Save the ledger of mutes</source>
        <translation>Сохранить журнал отключений записи</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>The ledger is saved.</source>
        <translation>Журнал сохранён.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>Сохранить ещё раз</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Поиск в настройках</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Try another word.</source>
        <translation>Попробуйте другое слово.</translation>
    </message>
    <message>
        <source>Your choice holds until the program ends.</source>
        <translation>Выбор действует до выхода из программы.</translation>
    </message>
    <message>
        <source>Your choice is not saved</source>
        <translation>Выбор не сохранён</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Account</source>
        <translation>Аккаунт</translation>
    </message>
    <message>
        <source>Calls pop here as soon as your phone rings.</source>
        <translation>Звонки появятся здесь, как только зазвонит телефон.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Эл. почта</translation>
    </message>
    <message>
        <source>Enter the password</source>
        <translation>Введите пароль</translation>
    </message>
    <message>
        <source>Enter the token</source>
        <translation>Введите токен</translation>
    </message>
    <message>
        <source>Enter the user name</source>
        <translation>Введите имя пользователя</translation>
    </message>
    <message>
        <source>Enter your e-mail</source>
        <translation>Введите эл. почту</translation>
    </message>
    <message>
        <source>Keep me signed in</source>
        <translation>Не выходить из аккаунта</translation>
    </message>
    <message>
        <source>Kept in the system keyring, never in a file</source>
        <translation>Хранится в системном хранилище ключей, не в файле</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Войти</translation>
    </message>
    <message>
        <source>Sign in as</source>
        <translation>Войти как</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Выполняется вход…</translation>
    </message>
    <message>
        <source>This PC has no keyring: you sign in for this session only.</source>
        <translation>На этом ПК нет хранилища ключей: вход только на этот сеанс.</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Токен</translation>
    </message>
    <message>
        <source>Try without an account</source>
        <translation>Попробовать без аккаунта</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Пользователь</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Имя пользователя</translation>
    </message>
</context>
<context>
    <name>SignInSection</name>
    <message>
        <source>A token</source>
        <translation>Токен</translation>
    </message>
    <message>
        <source>API code (history, blocking, calling)</source>
        <translation>Код API (история, блокировка, звонки)</translation>
    </message>
    <message>
        <source>Change API code</source>
        <translation>Изменить код API</translation>
    </message>
    <message>
        <source>Enter API code</source>
        <translation>Ввести код API</translation>
    </message>
    <message>
        <source>Forget API code</source>
        <translation>Забыть код API</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Не задан</translation>
    </message>
    <message>
        <source>Nothing of this run is kept, its settings included.</source>
        <translation>Ничего из этого запуска не сохраняется, настройки тоже.</translation>
    </message>
    <message>
        <source>Secrets are kept in the system keyring, never in a file.</source>
        <translation>Секреты хранятся в системном хранилище ключей, не в файле.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Задан</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Вход</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>Вход выполнен как</translation>
    </message>
    <message>
        <source>This PC has no keyring: secrets are kept for this session only.</source>
        <translation>На этом ПК нет хранилища ключей: секреты хранятся только до выхода.</translation>
    </message>
</context>
<context>
    <name>SoundsSection</name>
    <message>
        <source>A call rings</source>
        <translation>Звонит телефон</translation>
    </message>
    <message>
        <source>A call was missed</source>
        <translation>Звонок пропущен</translation>
    </message>
    <message>
        <source>A recording is still muted</source>
        <translation>Запись всё ещё отключена</translation>
    </message>
    <message>
        <source>A recording was muted</source>
        <translation>Запись отключена</translation>
    </message>
    <message>
        <source>A recording was not muted</source>
        <translation>Запись не отключена</translation>
    </message>
    <message>
        <source>A recording was resumed</source>
        <translation>Запись возобновлена</translation>
    </message>
    <message>
        <source>Also where it was not resumed.</source>
        <translation>Также если запись не возобновлена.</translation>
    </message>
    <message>
        <source>Beside the ringing of the phone.</source>
        <translation>Вдобавок к звонку телефона.</translation>
    </message>
    <message>
        <source>Play: {sound}</source>
        <translation>Прослушать: {sound}</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Звуки</translation>
    </message>
    <message>
        <source>This PC cannot play sounds now: the beep of the system is heard instead.</source>
        <translation>Этот компьютер сейчас не может воспроизводить звуки: вместо них слышен системный сигнал.</translation>
    </message>
    <message>
        <source>With each reminder.</source>
        <translation>С каждым напоминанием.</translation>
    </message>
</context>
<context>
    <name>StateStrip</name>
    <message>
        <source>Keep open</source>
        <translation>Не закрывать</translation>
    </message>
</context>
<context>
    <name>StatusCommands</name>
    <message>
        <source>Status: {status}</source>
        <translation>Статус: {status}</translation>
    </message>
    <message>
        <source>This is your status</source>
        <translation>Это ваш статус</translation>
    </message>
    <message>
        <source>presence state available away break log in log out</source>
        <translation>присутствие состояние доступен отошёл перерыв вход выход</translation>
    </message>
</context>
<context>
    <name>StatusMenu</name>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
</context>
<context>
    <name>StatusPill</name>
    <message>
        <source>Status: {status}</source>
        <translation>Статус: {status}</translation>
    </message>
</context>
<context>
    <name>StatusSection</name>
    <message>
        <source>As it was</source>
        <translation>Без изменений</translation>
    </message>
    <message>
        <source>Ask whether to log out</source>
        <translation>Спрашивать о выходе из системы</translation>
    </message>
    <message>
        <source>Only when you are available, and never during a call. Unlocked, you are available again, unless another status was set meanwhile.</source>
        <translation>Только когда вы доступны и никогда во время звонка. После разблокировки вы снова доступны, если за это время не установлен другой статус.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>This system does not tell programs that it is locked.</source>
        <translation>Эта система не сообщает программам о блокировке.</translation>
    </message>
    <message>
        <source>When you quit</source>
        <translation>При выходе из программы</translation>
    </message>
    <message>
        <source>While this PC is locked</source>
        <translation>Пока компьютер заблокирован</translation>
    </message>
</context>
<context>
    <name>SupportSection</name>
    <message>
        <source>Check and report</source>
        <translation>Проверка и отчёт</translation>
    </message>
    <message>
        <source>Check everything</source>
        <translation>Проверить всё</translation>
    </message>
    <message>
        <source>Checking signs in once more and mutes no call. A report holds versions, checks, choices and the last lines of the log: no password, number or name of a person.</source>
        <translation>Проверка входит ещё раз и не отключает запись ни одного звонка. В отчёте версии, проверки, настройки и последние строки журнала: ни пароля, ни номера, ни имени человека.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Проверка…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Prepare a report</source>
        <translation>Подготовить отчёт</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Сохранить отчёт</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>Сохранить отчёт…</translation>
    </message>
    <message>
        <source>The report is saved.</source>
        <translation>Отчёт сохранён.</translation>
    </message>
    <message>
        <source>The report, as it will be saved</source>
        <translation>Отчёт в том виде, в каком он сохранится</translation>
    </message>
</context>
<context>
    <name>Talks</name>
    <message>
        <source>Asking the call log…</source>
        <translation>Запрос к журналу звонков…</translation>
    </message>
    <message>
        <source>No earlier calls with this number</source>
        <translation>Звонков с этим номером ещё не было</translation>
    </message>
    <message>
        <source>Recent calls</source>
        <translation>Недавние звонки</translation>
    </message>
</context>
<context>
    <name>TeamPage</name>
    <message>
        <source>Ask your administrator which extensions this sign-in may see.</source>
        <translation>Спросите администратора, какие внутренние номера доступны этому входу.</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Отошли</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>По имени</translation>
    </message>
    <message>
        <source>By state</source>
        <translation>По состоянию</translation>
    </message>
    <message>
        <source>Enter the API code</source>
        <translation>Ввести код API</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Свободны</translation>
    </message>
    <message>
        <source>Name or extension</source>
        <translation>Имя или внутренний номер</translation>
    </message>
    <message>
        <source>No extension is to be seen</source>
        <translation>Внутренних номеров не видно</translation>
    </message>
    <message>
        <source>No news of the team yet</source>
        <translation>О команде пока нет сведений</translation>
    </message>
    <message>
        <source>Nobody matches</source>
        <translation>Никто не найден</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>Нет связи.</translation>
    </message>
    <message>
        <source>Not connected. As of {time}.</source>
        <translation>Нет связи. По состоянию на {time}.</translation>
    </message>
    <message>
        <source>On a call</source>
        <translation>На звонке</translation>
    </message>
    <message>
        <source>Search the team</source>
        <translation>Поиск в команде</translation>
    </message>
    <message>
        <source>Sorted by name. Sort by state</source>
        <translation>Отсортировано по имени. Сортировать по состоянию</translation>
    </message>
    <message>
        <source>Sorted by state. Sort by name</source>
        <translation>Отсортировано по состоянию. Сортировать по имени</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>The slower connection tells of your own extensions only.</source>
        <translation>Медленное соединение сообщает только о ваших внутренних номерах.</translation>
    </message>
    <message>
        <source>This sign-in sees your own extensions only.</source>
        <translation>Этот вход видит только ваши внутренние номера.</translation>
    </message>
    <message>
        <source>Try another name or another state.</source>
        <translation>Попробуйте другое имя или другое состояние.</translation>
    </message>
    <message>
        <source>Voicenter lists no extension for this API code. Check the API code.</source>
        <translation>Voicenter не показывает внутренних номеров для этого кода API. Проверьте код API.</translation>
    </message>
    <message>
        <source>{name} is a favourite</source>
        <translation>{name}: в избранном</translation>
    </message>
    <message>
        <source>{name} is no favourite any more</source>
        <translation>{name}: больше не в избранном</translation>
    </message>
    <message>
        <source>{present} signed in · {free} free</source>
        <translation>{present} в системе · {free} свободны</translation>
    </message>
</context>
<context>
    <name>TeamTable</name>
    <message>
        <source>Colleagues</source>
        <translation>Коллеги</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>Answered</source>
        <translation>Принято</translation>
    </message>
    <message>
        <source>Answered today: {count}</source>
        <translation>Принято сегодня: {count}</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Пропущ.</translation>
    </message>
    <message>
        <source>Missed today: {count}</source>
        <translation>Пропущено сегодня: {count}</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Удержание</translation>
    </message>
    <message>
        <source>On hold, in calls seen here: {count}</source>
        <translation>Удержание в звонках, замеченных здесь: {count}</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>Исход.</translation>
    </message>
    <message>
        <source>Outgoing today: {count}</source>
        <translation>Исходящие сегодня: {count}</translation>
    </message>
    <message>
        <source>Talk time</source>
        <translation>Разговор</translation>
    </message>
    <message>
        <source>Talk time today: {count}</source>
        <translation>Время в разговоре сегодня: {count}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Wrap-up</source>
        <translation>Постобработка</translation>
    </message>
    <message>
        <source>Wrap-up, in the status for paperwork: {count}</source>
        <translation>Постобработка, в статусе для бумажной работы: {count}</translation>
    </message>
    <message>
        <source>about {length}</source>
        <translation>около {length}</translation>
    </message>
    <message>
        <source>at least: not every call was seen</source>
        <translation>не меньше: видны не все звонки</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>с {time}</translation>
    </message>
    <message>
        <source>since {time}, and not every call was seen</source>
        <translation>с {time}, видны не все звонки</translation>
    </message>
    <message>
        <source>{hours} h {minutes} m</source>
        <translation>{hours} ч {minutes} м</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%n calls</source>
        <translation>
            <numerusform>%n звонок</numerusform>
            <numerusform>%n звонка</numerusform>
            <numerusform>%n звонков</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missed calls</source>
        <translation>
            <numerusform>%n пропущенный звонок</numerusform>
            <numerusform>%n пропущенных звонка</numerusform>
            <numerusform>%n пропущенных звонков</numerusform>
        </translation>
    </message>
    <message>
        <source>agent_desk: {state}</source>
        <translation>agent_desk: {state}</translation>
    </message>
    <message>
        <source>recording muted</source>
        <translation>запись отключена</translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message>
        <source>Mute recording</source>
        <translation>Отключить запись</translation>
    </message>
    <message>
        <source>Muting…</source>
        <translation>Отключение…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Завершить</translation>
    </message>
    <message>
        <source>Resume recording</source>
        <translation>Возобновить запись</translation>
    </message>
    <message>
        <source>Resuming…</source>
        <translation>Возобновление…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Show window</source>
        <translation>Показать окно</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Выйти из аккаунта</translation>
    </message>
    <message>
        <source>Status: {status}</source>
        <translation>Статус: {status}</translation>
    </message>
</context>
<context>
    <name>Who</name>
    <message>
        <source>Copy number</source>
        <translation>Скопировать номер</translation>
    </message>
    <message>
        <source>Listened to</source>
        <translation>Вас слушают</translation>
    </message>
    <message>
        <source>Number copied</source>
        <translation>Номер скопирован</translation>
    </message>
    <message>
        <source>Transferred by {name}</source>
        <translation>Перевод от: {name}</translation>
    </message>
</context>
<context>
    <name>WhyLine</name>
    <message>
        <source>Why this card: {reason}</source>
        <translation>Почему эта карточка: {reason}</translation>
    </message>
</context>
<context>
    <name>WhyPart</name>
    <message>
        <source>Also: {reason}</source>
        <translation>Также: {reason}</translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n раз</numerusform>
            <numerusform>%n раза</numerusform>
            <numerusform>%n раз</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n ожидает</numerusform>
            <numerusform>%n ожидают</numerusform>
            <numerusform>%n ожидают</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_ResultRow</name>
    <message>
        <source>Fine</source>
        <translation>В порядке</translation>
    </message>
    <message>
        <source>No fault; the report says more</source>
        <translation>Не ошибка; подробности в отчёте</translation>
    </message>
</context>
<context>
    <name>_TeamHeads</name>
    <message>
        <source>Colleague</source>
        <translation>Коллега</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Через</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
</context>
<context>
    <name>_Trouble</name>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
</context>
<context>
    <name>_Who</name>
    <message>
        <source>Copy the number</source>
        <translation>Копировать номер</translation>
    </message>
    <message>
        <source>Number copied</source>
        <translation>Номер скопирован</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>линия {number}</translation>
    </message>
</context>
<context>
    <name>countries</name>
    <message>
        <source>Afghanistan</source>
        <translation>Афганистан</translation>
    </message>
    <message>
        <source>Albania</source>
        <translation>Албания</translation>
    </message>
    <message>
        <source>Algeria</source>
        <translation>Алжир</translation>
    </message>
    <message>
        <source>American Samoa</source>
        <translation>Американское Самоа</translation>
    </message>
    <message>
        <source>Andorra</source>
        <translation>Андорра</translation>
    </message>
    <message>
        <source>Angola</source>
        <translation>Ангола</translation>
    </message>
    <message>
        <source>Anguilla</source>
        <translation>Ангилья</translation>
    </message>
    <message>
        <source>Antigua &amp; Barbuda</source>
        <translation>Антигуа и Барбуда</translation>
    </message>
    <message>
        <source>Argentina</source>
        <translation>Аргентина</translation>
    </message>
    <message>
        <source>Armenia</source>
        <translation>Армения</translation>
    </message>
    <message>
        <source>Aruba</source>
        <translation>Аруба</translation>
    </message>
    <message>
        <source>Ascension Island</source>
        <translation>о-в Вознесения</translation>
    </message>
    <message>
        <source>Australia</source>
        <translation>Австралия</translation>
    </message>
    <message>
        <source>Austria</source>
        <translation>Австрия</translation>
    </message>
    <message>
        <source>Azerbaijan</source>
        <translation>Азербайджан</translation>
    </message>
    <message>
        <source>Bahamas</source>
        <translation>Багамы</translation>
    </message>
    <message>
        <source>Bahrain</source>
        <translation>Бахрейн</translation>
    </message>
    <message>
        <source>Bangladesh</source>
        <translation>Бангладеш</translation>
    </message>
    <message>
        <source>Barbados</source>
        <translation>Барбадос</translation>
    </message>
    <message>
        <source>Belarus</source>
        <translation>Беларусь</translation>
    </message>
    <message>
        <source>Belgium</source>
        <translation>Бельгия</translation>
    </message>
    <message>
        <source>Belize</source>
        <translation>Белиз</translation>
    </message>
    <message>
        <source>Benin</source>
        <translation>Бенин</translation>
    </message>
    <message>
        <source>Bermuda</source>
        <translation>Бермудские о-ва</translation>
    </message>
    <message>
        <source>Bhutan</source>
        <translation>Бутан</translation>
    </message>
    <message>
        <source>Bolivia</source>
        <translation>Боливия</translation>
    </message>
    <message>
        <source>Bosnia &amp; Herzegovina</source>
        <translation>Босния и Герцеговина</translation>
    </message>
    <message>
        <source>Botswana</source>
        <translation>Ботсвана</translation>
    </message>
    <message>
        <source>Brazil</source>
        <translation>Бразилия</translation>
    </message>
    <message>
        <source>British Indian Ocean Territory</source>
        <translation>Британская территория в Индийском океане</translation>
    </message>
    <message>
        <source>British Virgin Islands</source>
        <translation>Виргинские о-ва (Великобритания)</translation>
    </message>
    <message>
        <source>Brunei</source>
        <translation>Бруней</translation>
    </message>
    <message>
        <source>Bulgaria</source>
        <translation>Болгария</translation>
    </message>
    <message>
        <source>Burkina Faso</source>
        <translation>Буркина-Фасо</translation>
    </message>
    <message>
        <source>Burundi</source>
        <translation>Бурунди</translation>
    </message>
    <message>
        <source>Cambodia</source>
        <translation>Камбоджа</translation>
    </message>
    <message>
        <source>Cameroon</source>
        <translation>Камерун</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>Канада</translation>
    </message>
    <message>
        <source>Cape Verde</source>
        <translation>Кабо-Верде</translation>
    </message>
    <message>
        <source>Caribbean Netherlands</source>
        <translation>Бонэйр, Синт-Эстатиус и Саба</translation>
    </message>
    <message>
        <source>Cayman Islands</source>
        <translation>о-ва Кайман</translation>
    </message>
    <message>
        <source>Central African Republic</source>
        <translation>Центрально-Африканская Республика</translation>
    </message>
    <message>
        <source>Chad</source>
        <translation>Чад</translation>
    </message>
    <message>
        <source>Chile</source>
        <translation>Чили</translation>
    </message>
    <message>
        <source>China</source>
        <translation>Китай</translation>
    </message>
    <message>
        <source>Christmas Island</source>
        <translation>о-в Рождества</translation>
    </message>
    <message>
        <source>Cocos (Keeling) Islands</source>
        <translation>Кокосовые о-ва</translation>
    </message>
    <message>
        <source>Colombia</source>
        <translation>Колумбия</translation>
    </message>
    <message>
        <source>Comoros</source>
        <translation>Коморы</translation>
    </message>
    <message>
        <source>Congo - Brazzaville</source>
        <translation>Конго - Браззавиль</translation>
    </message>
    <message>
        <source>Congo - Kinshasa</source>
        <translation>Конго - Киншаса</translation>
    </message>
    <message>
        <source>Cook Islands</source>
        <translation>о-ва Кука</translation>
    </message>
    <message>
        <source>Costa Rica</source>
        <translation>Коста-Рика</translation>
    </message>
    <message>
        <source>Croatia</source>
        <translation>Хорватия</translation>
    </message>
    <message>
        <source>Cuba</source>
        <translation>Куба</translation>
    </message>
    <message>
        <source>Curaçao</source>
        <translation>Кюрасао</translation>
    </message>
    <message>
        <source>Cyprus</source>
        <translation>Кипр</translation>
    </message>
    <message>
        <source>Czechia</source>
        <translation>Чехия</translation>
    </message>
    <message>
        <source>Côte d’Ivoire</source>
        <translation>Кот-д’Ивуар</translation>
    </message>
    <message>
        <source>Denmark</source>
        <translation>Дания</translation>
    </message>
    <message>
        <source>Djibouti</source>
        <translation>Джибути</translation>
    </message>
    <message>
        <source>Dominica</source>
        <translation>Доминика</translation>
    </message>
    <message>
        <source>Dominican Republic</source>
        <translation>Доминиканская Республика</translation>
    </message>
    <message>
        <source>Ecuador</source>
        <translation>Эквадор</translation>
    </message>
    <message>
        <source>Egypt</source>
        <translation>Египет</translation>
    </message>
    <message>
        <source>El Salvador</source>
        <translation>Сальвадор</translation>
    </message>
    <message>
        <source>Equatorial Guinea</source>
        <translation>Экваториальная Гвинея</translation>
    </message>
    <message>
        <source>Eritrea</source>
        <translation>Эритрея</translation>
    </message>
    <message>
        <source>Estonia</source>
        <translation>Эстония</translation>
    </message>
    <message>
        <source>Eswatini</source>
        <translation>Эсватини</translation>
    </message>
    <message>
        <source>Ethiopia</source>
        <translation>Эфиопия</translation>
    </message>
    <message>
        <source>Falkland Islands</source>
        <translation>Фолклендские о-ва</translation>
    </message>
    <message>
        <source>Faroe Islands</source>
        <translation>Фарерские о-ва</translation>
    </message>
    <message>
        <source>Fiji</source>
        <translation>Фиджи</translation>
    </message>
    <message>
        <source>Finland</source>
        <translation>Финляндия</translation>
    </message>
    <message>
        <source>France</source>
        <translation>Франция</translation>
    </message>
    <message>
        <source>French Guiana</source>
        <translation>Французская Гвиана</translation>
    </message>
    <message>
        <source>French Polynesia</source>
        <translation>Французская Полинезия</translation>
    </message>
    <message>
        <source>Gabon</source>
        <translation>Габон</translation>
    </message>
    <message>
        <source>Gambia</source>
        <translation>Гамбия</translation>
    </message>
    <message>
        <source>Georgia</source>
        <translation>Грузия</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>Германия</translation>
    </message>
    <message>
        <source>Ghana</source>
        <translation>Гана</translation>
    </message>
    <message>
        <source>Gibraltar</source>
        <translation>Гибралтар</translation>
    </message>
    <message>
        <source>Greece</source>
        <translation>Греция</translation>
    </message>
    <message>
        <source>Greenland</source>
        <translation>Гренландия</translation>
    </message>
    <message>
        <source>Grenada</source>
        <translation>Гренада</translation>
    </message>
    <message>
        <source>Guadeloupe</source>
        <translation>Гваделупа</translation>
    </message>
    <message>
        <source>Guam</source>
        <translation>Гуам</translation>
    </message>
    <message>
        <source>Guatemala</source>
        <translation>Гватемала</translation>
    </message>
    <message>
        <source>Guernsey</source>
        <translation>Гернси</translation>
    </message>
    <message>
        <source>Guinea</source>
        <translation>Гвинея</translation>
    </message>
    <message>
        <source>Guinea-Bissau</source>
        <translation>Гвинея-Бисау</translation>
    </message>
    <message>
        <source>Guyana</source>
        <translation>Гайана</translation>
    </message>
    <message>
        <source>Haiti</source>
        <translation>Гаити</translation>
    </message>
    <message>
        <source>Honduras</source>
        <translation>Гондурас</translation>
    </message>
    <message>
        <source>Hong Kong SAR China</source>
        <translation>Гонконг (САР)</translation>
    </message>
    <message>
        <source>Hungary</source>
        <translation>Венгрия</translation>
    </message>
    <message>
        <source>Iceland</source>
        <translation>Исландия</translation>
    </message>
    <message>
        <source>India</source>
        <translation>Индия</translation>
    </message>
    <message>
        <source>Indonesia</source>
        <translation>Индонезия</translation>
    </message>
    <message>
        <source>Iran</source>
        <translation>Иран</translation>
    </message>
    <message>
        <source>Iraq</source>
        <translation>Ирак</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>Ирландия</translation>
    </message>
    <message>
        <source>Isle of Man</source>
        <translation>о-в Мэн</translation>
    </message>
    <message>
        <source>Israel</source>
        <translation>Израиль</translation>
    </message>
    <message>
        <source>Italy</source>
        <translation>Италия</translation>
    </message>
    <message>
        <source>Jamaica</source>
        <translation>Ямайка</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>Япония</translation>
    </message>
    <message>
        <source>Jersey</source>
        <translation>Джерси</translation>
    </message>
    <message>
        <source>Jordan</source>
        <translation>Иордания</translation>
    </message>
    <message>
        <source>Kazakhstan</source>
        <translation>Казахстан</translation>
    </message>
    <message>
        <source>Kenya</source>
        <translation>Кения</translation>
    </message>
    <message>
        <source>Kiribati</source>
        <translation>Кирибати</translation>
    </message>
    <message>
        <source>Kosovo</source>
        <translation>Косово</translation>
    </message>
    <message>
        <source>Kuwait</source>
        <translation>Кувейт</translation>
    </message>
    <message>
        <source>Kyrgyzstan</source>
        <translation>Киргизия</translation>
    </message>
    <message>
        <source>Laos</source>
        <translation>Лаос</translation>
    </message>
    <message>
        <source>Latvia</source>
        <translation>Латвия</translation>
    </message>
    <message>
        <source>Lebanon</source>
        <translation>Ливан</translation>
    </message>
    <message>
        <source>Lesotho</source>
        <translation>Лесото</translation>
    </message>
    <message>
        <source>Liberia</source>
        <translation>Либерия</translation>
    </message>
    <message>
        <source>Libya</source>
        <translation>Ливия</translation>
    </message>
    <message>
        <source>Liechtenstein</source>
        <translation>Лихтенштейн</translation>
    </message>
    <message>
        <source>Lithuania</source>
        <translation>Литва</translation>
    </message>
    <message>
        <source>Luxembourg</source>
        <translation>Люксембург</translation>
    </message>
    <message>
        <source>Macao SAR China</source>
        <translation>Макао (САР)</translation>
    </message>
    <message>
        <source>Madagascar</source>
        <translation>Мадагаскар</translation>
    </message>
    <message>
        <source>Malawi</source>
        <translation>Малави</translation>
    </message>
    <message>
        <source>Malaysia</source>
        <translation>Малайзия</translation>
    </message>
    <message>
        <source>Maldives</source>
        <translation>Мальдивы</translation>
    </message>
    <message>
        <source>Mali</source>
        <translation>Мали</translation>
    </message>
    <message>
        <source>Malta</source>
        <translation>Мальта</translation>
    </message>
    <message>
        <source>Marshall Islands</source>
        <translation>Маршалловы о-ва</translation>
    </message>
    <message>
        <source>Martinique</source>
        <translation>Мартиника</translation>
    </message>
    <message>
        <source>Mauritania</source>
        <translation>Мавритания</translation>
    </message>
    <message>
        <source>Mauritius</source>
        <translation>Маврикий</translation>
    </message>
    <message>
        <source>Mayotte</source>
        <translation>Майотта</translation>
    </message>
    <message>
        <source>Mexico</source>
        <translation>Мексика</translation>
    </message>
    <message>
        <source>Micronesia</source>
        <translation>Федеративные Штаты Микронезии</translation>
    </message>
    <message>
        <source>Moldova</source>
        <translation>Молдова</translation>
    </message>
    <message>
        <source>Monaco</source>
        <translation>Монако</translation>
    </message>
    <message>
        <source>Mongolia</source>
        <translation>Монголия</translation>
    </message>
    <message>
        <source>Montenegro</source>
        <translation>Черногория</translation>
    </message>
    <message>
        <source>Montserrat</source>
        <translation>Монтсеррат</translation>
    </message>
    <message>
        <source>Morocco</source>
        <translation>Марокко</translation>
    </message>
    <message>
        <source>Mozambique</source>
        <translation>Мозамбик</translation>
    </message>
    <message>
        <source>Myanmar (Burma)</source>
        <translation>Мьянма (Бирма)</translation>
    </message>
    <message>
        <source>Namibia</source>
        <translation>Намибия</translation>
    </message>
    <message>
        <source>Nauru</source>
        <translation>Науру</translation>
    </message>
    <message>
        <source>Nepal</source>
        <translation>Непал</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation>Нидерланды</translation>
    </message>
    <message>
        <source>New Caledonia</source>
        <translation>Новая Каледония</translation>
    </message>
    <message>
        <source>New Zealand</source>
        <translation>Новая Зеландия</translation>
    </message>
    <message>
        <source>Nicaragua</source>
        <translation>Никарагуа</translation>
    </message>
    <message>
        <source>Niger</source>
        <translation>Нигер</translation>
    </message>
    <message>
        <source>Nigeria</source>
        <translation>Нигерия</translation>
    </message>
    <message>
        <source>Niue</source>
        <translation>Ниуэ</translation>
    </message>
    <message>
        <source>Norfolk Island</source>
        <translation>о-в Норфолк</translation>
    </message>
    <message>
        <source>North Korea</source>
        <translation>КНДР</translation>
    </message>
    <message>
        <source>North Macedonia</source>
        <translation>Северная Македония</translation>
    </message>
    <message>
        <source>Northern Mariana Islands</source>
        <translation>Северные Марианские о-ва</translation>
    </message>
    <message>
        <source>Norway</source>
        <translation>Норвегия</translation>
    </message>
    <message>
        <source>Oman</source>
        <translation>Оман</translation>
    </message>
    <message>
        <source>Pakistan</source>
        <translation>Пакистан</translation>
    </message>
    <message>
        <source>Palau</source>
        <translation>Палау</translation>
    </message>
    <message>
        <source>Palestinian Territories</source>
        <translation>Палестинские территории</translation>
    </message>
    <message>
        <source>Panama</source>
        <translation>Панама</translation>
    </message>
    <message>
        <source>Papua New Guinea</source>
        <translation>Папуа — Новая Гвинея</translation>
    </message>
    <message>
        <source>Paraguay</source>
        <translation>Парагвай</translation>
    </message>
    <message>
        <source>Peru</source>
        <translation>Перу</translation>
    </message>
    <message>
        <source>Philippines</source>
        <translation>Филиппины</translation>
    </message>
    <message>
        <source>Poland</source>
        <translation>Польша</translation>
    </message>
    <message>
        <source>Portugal</source>
        <translation>Португалия</translation>
    </message>
    <message>
        <source>Puerto Rico</source>
        <translation>Пуэрто-Рико</translation>
    </message>
    <message>
        <source>Qatar</source>
        <translation>Катар</translation>
    </message>
    <message>
        <source>Romania</source>
        <translation>Румыния</translation>
    </message>
    <message>
        <source>Russia</source>
        <translation>Россия</translation>
    </message>
    <message>
        <source>Rwanda</source>
        <translation>Руанда</translation>
    </message>
    <message>
        <source>Réunion</source>
        <translation>Реюньон</translation>
    </message>
    <message>
        <source>Samoa</source>
        <translation>Самоа</translation>
    </message>
    <message>
        <source>San Marino</source>
        <translation>Сан-Марино</translation>
    </message>
    <message>
        <source>Saudi Arabia</source>
        <translation>Саудовская Аравия</translation>
    </message>
    <message>
        <source>Senegal</source>
        <translation>Сенегал</translation>
    </message>
    <message>
        <source>Serbia</source>
        <translation>Сербия</translation>
    </message>
    <message>
        <source>Seychelles</source>
        <translation>Сейшельские о-ва</translation>
    </message>
    <message>
        <source>Sierra Leone</source>
        <translation>Сьерра-Леоне</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>Сингапур</translation>
    </message>
    <message>
        <source>Sint Maarten</source>
        <translation>Синт-Мартен</translation>
    </message>
    <message>
        <source>Slovakia</source>
        <translation>Словакия</translation>
    </message>
    <message>
        <source>Slovenia</source>
        <translation>Словения</translation>
    </message>
    <message>
        <source>Solomon Islands</source>
        <translation>Соломоновы о-ва</translation>
    </message>
    <message>
        <source>Somalia</source>
        <translation>Сомали</translation>
    </message>
    <message>
        <source>South Africa</source>
        <translation>Южно-Африканская Республика</translation>
    </message>
    <message>
        <source>South Korea</source>
        <translation>Республика Корея</translation>
    </message>
    <message>
        <source>South Sudan</source>
        <translation>Южный Судан</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>Испания</translation>
    </message>
    <message>
        <source>Sri Lanka</source>
        <translation>Шри-Ланка</translation>
    </message>
    <message>
        <source>St. Barthélemy</source>
        <translation>Сен-Бартелеми</translation>
    </message>
    <message>
        <source>St. Helena</source>
        <translation>о-в Св. Елены</translation>
    </message>
    <message>
        <source>St. Kitts &amp; Nevis</source>
        <translation>Сент-Китс и Невис</translation>
    </message>
    <message>
        <source>St. Lucia</source>
        <translation>Сент-Люсия</translation>
    </message>
    <message>
        <source>St. Martin</source>
        <translation>Сен-Мартен</translation>
    </message>
    <message>
        <source>St. Pierre &amp; Miquelon</source>
        <translation>Сен-Пьер и Микелон</translation>
    </message>
    <message>
        <source>St. Vincent &amp; Grenadines</source>
        <translation>Сент-Винсент и Гренадины</translation>
    </message>
    <message>
        <source>Sudan</source>
        <translation>Судан</translation>
    </message>
    <message>
        <source>Suriname</source>
        <translation>Суринам</translation>
    </message>
    <message>
        <source>Svalbard &amp; Jan Mayen</source>
        <translation>Шпицберген и Ян-Майен</translation>
    </message>
    <message>
        <source>Sweden</source>
        <translation>Швеция</translation>
    </message>
    <message>
        <source>Switzerland</source>
        <translation>Швейцария</translation>
    </message>
    <message>
        <source>Syria</source>
        <translation>Сирия</translation>
    </message>
    <message>
        <source>São Tomé &amp; Príncipe</source>
        <translation>Сан-Томе и Принсипи</translation>
    </message>
    <message>
        <source>Taiwan</source>
        <translation>Тайвань</translation>
    </message>
    <message>
        <source>Tajikistan</source>
        <translation>Таджикистан</translation>
    </message>
    <message>
        <source>Tanzania</source>
        <translation>Танзания</translation>
    </message>
    <message>
        <source>Thailand</source>
        <translation>Таиланд</translation>
    </message>
    <message>
        <source>Timor-Leste</source>
        <translation>Восточный Тимор</translation>
    </message>
    <message>
        <source>Togo</source>
        <translation>Того</translation>
    </message>
    <message>
        <source>Tokelau</source>
        <translation>Токелау</translation>
    </message>
    <message>
        <source>Tonga</source>
        <translation>Тонга</translation>
    </message>
    <message>
        <source>Trinidad &amp; Tobago</source>
        <translation>Тринидад и Тобаго</translation>
    </message>
    <message>
        <source>Tristan da Cunha</source>
        <translation>Тристан-да-Кунья</translation>
    </message>
    <message>
        <source>Tunisia</source>
        <translation>Тунис</translation>
    </message>
    <message>
        <source>Turkmenistan</source>
        <translation>Туркменистан</translation>
    </message>
    <message>
        <source>Turks &amp; Caicos Islands</source>
        <translation>Тёркс и Кайкос</translation>
    </message>
    <message>
        <source>Tuvalu</source>
        <translation>Тувалу</translation>
    </message>
    <message>
        <source>Türkiye</source>
        <translation>Турция</translation>
    </message>
    <message>
        <source>U.S. Virgin Islands</source>
        <translation>Виргинские о-ва (США)</translation>
    </message>
    <message>
        <source>Uganda</source>
        <translation>Уганда</translation>
    </message>
    <message>
        <source>Ukraine</source>
        <translation>Украина</translation>
    </message>
    <message>
        <source>United Arab Emirates</source>
        <translation>ОАЭ</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>Великобритания</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>Соединенные Штаты</translation>
    </message>
    <message>
        <source>Uruguay</source>
        <translation>Уругвай</translation>
    </message>
    <message>
        <source>Uzbekistan</source>
        <translation>Узбекистан</translation>
    </message>
    <message>
        <source>Vanuatu</source>
        <translation>Вануату</translation>
    </message>
    <message>
        <source>Vatican City</source>
        <translation>Ватикан</translation>
    </message>
    <message>
        <source>Venezuela</source>
        <translation>Венесуэла</translation>
    </message>
    <message>
        <source>Vietnam</source>
        <translation>Вьетнам</translation>
    </message>
    <message>
        <source>Wallis &amp; Futuna</source>
        <translation>Уоллис и Футуна</translation>
    </message>
    <message>
        <source>Western Sahara</source>
        <translation>Западная Сахара</translation>
    </message>
    <message>
        <source>Yemen</source>
        <translation>Йемен</translation>
    </message>
    <message>
        <source>Zambia</source>
        <translation>Замбия</translation>
    </message>
    <message>
        <source>Zimbabwe</source>
        <translation>Зимбабве</translation>
    </message>
    <message>
        <source>Åland Islands</source>
        <translation>Аландские о-ва</translation>
    </message>
</context>
<context>
    <name>desk_side</name>
    <message>
        <source>Available at the desk, after signing in</source>
        <translation>Доступно после входа</translation>
    </message>
    <message>
        <source>Not in a replay</source>
        <translation>Не при повторе</translation>
    </message>
</context>
<context>
    <name>dial_words</name>
    <message>
        <source>Asking the service to call {number}…</source>
        <translation>Просим службу позвонить на {number}…</translation>
    </message>
    <message>
        <source>Blocked from here: the service will not connect this number</source>
        <translation>Заблокирован отсюда: служба не соединит с этим номером</translation>
    </message>
    <message>
        <source>Calling your phone. Pick it up to be connected with {number}.</source>
        <translation>Звоним на ваш телефон. Снимите трубку, чтобы соединиться с {number}.</translation>
    </message>
    <message>
        <source>Calling {number}…</source>
        <translation>Звоним на {number}…</translation>
    </message>
    <message>
        <source>Codes with * or # are dialled on the phone itself</source>
        <translation>Коды с * или # набирают на самом телефоне</translation>
    </message>
    <message>
        <source>Maybe ringing: look at your phone. The service gave no clear answer.</source>
        <translation>Возможно, звонит: посмотрите на телефон. Служба не дала ясного ответа.</translation>
    </message>
    <message>
        <source>Nobody knows whether your phone still rings. Dial anyway?</source>
        <translation>Неизвестно, звонит ли ещё ваш телефон. Всё равно набрать?</translation>
    </message>
    <message>
        <source>Not connected: this ends whatever runs on your phone now, even another call. Hang up?</source>
        <translation>Нет связи: это завершит всё, что сейчас идёт на вашем телефоне, даже другой звонок. Завершить?</translation>
    </message>
    <message>
        <source>Talking with {number}</source>
        <translation>Разговор с {number}</translation>
    </message>
    <message>
        <source>The call was not ended: {reason}</source>
        <translation>Звонок не завершён: {reason}</translation>
    </message>
    <message>
        <source>The call with {number} is over</source>
        <translation>Разговор с {number} окончен</translation>
    </message>
    <message>
        <source>The last hang-up has no answer yet and could end this call, too. Dial anyway?</source>
        <translation>На прошлый запрос о завершении ещё нет ответа, и он может прервать и этот звонок. Всё равно позвонить?</translation>
    </message>
    <message>
        <source>The number is hidden</source>
        <translation>Номер скрыт</translation>
    </message>
    <message>
        <source>There is no phone number in this text</source>
        <translation>В этом тексте нет номера телефона</translation>
    </message>
    <message>
        <source>This ends every call on your phone, also the one on hold. Hang up?</source>
        <translation>Это завершит все звонки на вашем телефоне, в том числе на удержании. Завершить?</translation>
    </message>
    <message>
        <source>This number cannot be called by click.</source>
        <translation>На этот номер нельзя позвонить щелчком.</translation>
    </message>
    <message>
        <source>Too long for a phone number</source>
        <translation>Слишком длинно для номера телефона</translation>
    </message>
    <message>
        <source>Too short for a phone number</source>
        <translation>Слишком коротко для номера телефона</translation>
    </message>
    <message>
        <source>Type or paste a number</source>
        <translation>Введите или вставьте номер</translation>
    </message>
    <message>
        <source>Voicenter could not start the call. Try again in a minute.</source>
        <translation>Voicenter не смог начать звонок. Повторите через минуту.</translation>
    </message>
    <message>
        <source>Voicenter refused the call. Check the number and your extension.</source>
        <translation>Voicenter отклонил звонок. Проверьте номер и свой добавочный.</translation>
    </message>
    <message>
        <source>What became of the call to {number} could not be seen</source>
        <translation>Не удалось увидеть, чем закончился звонок на {number}</translation>
    </message>
    <message>
        <source>Will dial extension {number}</source>
        <translation>Будет набран добавочный {number}</translation>
    </message>
    <message>
        <source>Will dial {number}</source>
        <translation>Будет набран {number}</translation>
    </message>
    <message>
        <source>Will dial {number} as typed</source>
        <translation>Будет набран {number}, как введено</translation>
    </message>
    <message>
        <source>You are on a call. Dial anyway?</source>
        <translation>У вас идёт звонок. Всё равно набрать?</translation>
    </message>
    <message>
        <source>You ended the call before {number} answered</source>
        <translation>Вы завершили звонок до ответа {number}</translation>
    </message>
    <message>
        <source>Your extension may not start calls by click. Ask your administrator to allow it.</source>
        <translation>Вашему добавочному нельзя начинать звонки щелчком. Попросите администратора разрешить.</translation>
    </message>
    <message>
        <source>Your phone has no call: {number} was hardly called</source>
        <translation>На вашем телефоне нет звонка: на {number}, скорее всего, не звонили</translation>
    </message>
    <message>
        <source>Your phone is not connected to Voicenter. Check that it is on and signed in.</source>
        <translation>Ваш телефон не подключён к Voicenter. Проверьте, что он включён и зарегистрирован.</translation>
    </message>
    <message>
        <source>Your phone is up, {number} comes next</source>
        <translation>Ваша трубка снята, следующим будет {number}</translation>
    </message>
    <message>
        <source>Your phone was not picked up, so {number} was not called</source>
        <translation>Вы не сняли трубку, поэтому на {number} не звонили</translation>
    </message>
    <message>
        <source>Your phone will ring. Pick it up to be connected with {number}.</source>
        <translation>Ваш телефон зазвонит. Снимите трубку, чтобы соединиться с {number}.</translation>
    </message>
    <message>
        <source>internet line</source>
        <translation>интернет-линия</translation>
    </message>
    <message>
        <source>landline</source>
        <translation>городской</translation>
    </message>
    <message>
        <source>mobile</source>
        <translation>мобильный</translation>
    </message>
    <message>
        <source>shared cost</source>
        <translation>с разделённой оплатой</translation>
    </message>
    <message>
        <source>the first of several numbers</source>
        <translation>первый из нескольких номеров</translation>
    </message>
    <message>
        <source>toll-free</source>
        <translation>бесплатный</translation>
    </message>
    <message>
        <source>{country}, {line}</source>
        <translation>{country}, {line}</translation>
    </message>
    <message>
        <source>{number} could not be reached. Check the number.</source>
        <translation>Не удалось дозвониться на {number}. Проверьте номер.</translation>
    </message>
    <message>
        <source>{number} did not answer</source>
        <translation>{number} не отвечает</translation>
    </message>
    <message>
        <source>{number} is an emergency number</source>
        <translation>{number} — номер экстренной службы</translation>
    </message>
    <message>
        <source>{number} is an emergency number. Call it?</source>
        <translation>{number} — номер экстренной службы. Позвонить?</translation>
    </message>
    <message>
        <source>{number} is busy</source>
        <translation>{number}: занято</translation>
    </message>
    <message>
        <source>{number} may cost more than a usual call</source>
        <translation>{number} может стоить дороже обычного звонка</translation>
    </message>
    <message>
        <source>{number} may cost more than a usual call. Call it?</source>
        <translation>{number} может стоить дороже обычного звонка. Позвонить?</translation>
    </message>
    <message>
        <source>{number} was blocked from here. Call it anyway?</source>
        <translation>{number} заблокирован отсюда. Всё равно позвонить?</translation>
    </message>
</context>
<context>
    <name>dry_run</name>
    <message>
        <source>Also: {reason}</source>
        <translation>Также: {reason}</translation>
    </message>
    <message>
        <source>More than fits here is left out.</source>
        <translation>Что здесь не помещается, опущено.</translation>
    </message>
    <message>
        <source>No link</source>
        <translation>Ссылки нет</translation>
    </message>
    <message>
        <source>No pop: nothing is known of this call</source>
        <translation>Карточки нет: об этом звонке ничего не известно</translation>
    </message>
    <message>
        <source>The call log keeps no names of callers; the call itself may have had one.</source>
        <translation>Журнал звонков не хранит имён звонящих; у самого звонка имя могло быть.</translation>
    </message>
    <message>
        <source>Title: {reason}</source>
        <translation>Заголовок: {reason}</translation>
    </message>
    <message>
        <source>from the call log</source>
        <translation>из журнала звонков</translation>
    </message>
    <message>
        <source>hidden: {labels}</source>
        <translation>скрыто: {labels}</translation>
    </message>
    <message>
        <source>renamed: {labels}</source>
        <translation>переименовано: {labels}</translation>
    </message>
    <message>
        <source>{key}: its rule finds no such value in this call</source>
        <translation>{key}: правило не находит такого значения в этом звонке</translation>
    </message>
    <message>
        <source>{key}: its rule has a link, but the call no such value</source>
        <translation>{key}: у правила есть ссылка, но в звонке нет такого значения</translation>
    </message>
    <message>
        <source>{key}: not shown, its rule hides it</source>
        <translation>{key}: не показано, его скрывает правило</translation>
    </message>
    <message>
        <source>{key}: not shown, the card is full</source>
        <translation>{key}: не показано, карточка заполнена</translation>
    </message>
    <message>
        <source>{key}: not shown, the service&apos;s own</source>
        <translation>{key}: не показано, служебное значение</translation>
    </message>
    <message>
        <source>{key}: shown as {label}, by its rule</source>
        <translation>{key}: показано как {label}, по правилу</translation>
    </message>
    <message>
        <source>{key}: shown as {label}, no rule renames it</source>
        <translation>{key}: показано как {label}, имя не меняет ни одно правило</translation>
    </message>
    <message>
        <source>{label} opens {host}</source>
        <translation>{label} открывает {host}</translation>
    </message>
</context>
<context>
    <name>fault_words</name>
    <message>
        <source>A file of this program cannot be written.</source>
        <translation>Не удаётся записать файл программы.</translation>
    </message>
    <message>
        <source>Another program holds the history on this PC.</source>
        <translation>Историю на этом компьютере удерживает другая программа.</translation>
    </message>
    <message>
        <source>Ask IT about the proxy of this network.</source>
        <translation>Спросите ИТ-отдел о прокси-сервере этой сети.</translation>
    </message>
    <message>
        <source>Ask your administrator for the API code of your account.</source>
        <translation>Узнайте у администратора API-код вашей организации.</translation>
    </message>
    <message>
        <source>Ask your administrator for the API code.</source>
        <translation>Попросите код API у администратора.</translation>
    </message>
    <message>
        <source>Ask your administrator to add this network&apos;s address to the list.</source>
        <translation>Попросите администратора добавить адрес этой сети в список.</translation>
    </message>
    <message>
        <source>Check the free space and the rights of the folder.</source>
        <translation>Проверьте свободное место и права на папку.</translation>
    </message>
    <message>
        <source>Check the name and the password, then sign in again.</source>
        <translation>Проверьте имя и пароль и войдите снова.</translation>
    </message>
    <message>
        <source>Check the network and try again.</source>
        <translation>Проверьте сеть и повторите попытку.</translation>
    </message>
    <message>
        <source>Check the network connection, then the server&apos;s address.</source>
        <translation>Проверьте подключение к сети, затем адрес сервера.</translation>
    </message>
    <message>
        <source>Check the rights of the file; until then no choice is kept.</source>
        <translation>Проверьте права на файл; до тех пор выбранное не сохраняется.</translation>
    </message>
    <message>
        <source>Check the rights of the program&apos;s folder; until then nothing new is kept.</source>
        <translation>Проверьте права на папку программы; до тех пор ничего нового не сохраняется.</translation>
    </message>
    <message>
        <source>Check the server&apos;s address; a proxy or a log-in page may stand in between.</source>
        <translation>Проверьте адрес сервера; между вами может стоять прокси или страница входа.</translation>
    </message>
    <message>
        <source>Check this PC&apos;s clock, then ask IT whether a proxy inspects the connection.</source>
        <translation>Проверьте часы этого ПК, затем спросите ИТ-отдел, не проверяет ли соединение прокси-сервер.</translation>
    </message>
    <message>
        <source>Check what you asked for and try again.</source>
        <translation>Проверьте запрос и повторите попытку.</translation>
    </message>
    <message>
        <source>Close other programs that read it, then try again.</source>
        <translation>Закройте другие программы, которые её читают, и повторите попытку.</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>Исправьте и повторите попытку.</translation>
    </message>
    <message>
        <source>Free some space.</source>
        <translation>Освободите место.</translation>
    </message>
    <message>
        <source>It is sent again as soon as it can be.</source>
        <translation>Запрос будет повторён, как только станет возможно.</translation>
    </message>
    <message>
        <source>Keep the window open while you work.</source>
        <translation>Не закрывайте окно во время работы.</translation>
    </message>
    <message>
        <source>Let the system set the time by itself.</source>
        <translation>Пусть система сама устанавливает время.</translation>
    </message>
    <message>
        <source>Look at your phone: nothing was changed.</source>
        <translation>Посмотрите на телефон: ничего не изменилось.</translation>
    </message>
    <message>
        <source>Look before you try again.</source>
        <translation>Проверьте, прежде чем повторять.</translation>
    </message>
    <message>
        <source>Look through the settings. The old file is kept beside the new one.</source>
        <translation>Просмотрите настройки. Старый файл сохранён рядом с новым.</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Никто не вошёл.</translation>
    </message>
    <message>
        <source>Nobody knows whether this is recorded.</source>
        <translation>Неизвестно, записывается ли разговор.</translation>
    </message>
    <message>
        <source>Nothing was sent: it was not needed any more.</source>
        <translation>Ничего не отправлено: это уже не нужно.</translation>
    </message>
    <message>
        <source>Sign in, then try again.</source>
        <translation>Войдите и повторите попытку.</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>Что-то пошло не так.</translation>
    </message>
    <message>
        <source>Start the program again; it saves what can be read.</source>
        <translation>Запустите программу снова: она спасёт то, что читается.</translation>
    </message>
    <message>
        <source>Tell your administrator.</source>
        <translation>Сообщите администратору.</translation>
    </message>
    <message>
        <source>The answer was not one that Voicenter gives.</source>
        <translation>Voicenter таких ответов не даёт.</translation>
    </message>
    <message>
        <source>The damaged file is kept beside the new one for a month.</source>
        <translation>Повреждённый файл хранится рядом с новым в течение месяца.</translation>
    </message>
    <message>
        <source>The disk is full, so nothing new is kept.</source>
        <translation>Диск заполнен, поэтому ничего нового не сохраняется.</translation>
    </message>
    <message>
        <source>The history on this PC cannot be read or written.</source>
        <translation>Историю на этом компьютере нельзя прочитать или записать.</translation>
    </message>
    <message>
        <source>The history on this PC is damaged.</source>
        <translation>История на этом компьютере повреждена.</translation>
    </message>
    <message>
        <source>The history on this PC was damaged; what could be read was carried over.</source>
        <translation>История на этом компьютере была повреждена; всё, что читалось, перенесено.</translation>
    </message>
    <message>
        <source>The history on this PC was written by a newer version of this program.</source>
        <translation>История на этом компьютере записана более новой версией программы.</translation>
    </message>
    <message>
        <source>The name of Voicenter&apos;s server could not be looked up.</source>
        <translation>Не удалось найти имя сервера Voicenter.</translation>
    </message>
    <message>
        <source>The phone system says otherwise.</source>
        <translation>Телефонная система сообщает иное.</translation>
    </message>
    <message>
        <source>The proxy refused the connection.</source>
        <translation>Прокси-сервер отклонил соединение.</translation>
    </message>
    <message>
        <source>The server could not prove that it is Voicenter.</source>
        <translation>Сервер не смог доказать, что он Voicenter.</translation>
    </message>
    <message>
        <source>The server could not prove who it is.</source>
        <translation>Сервер не смог подтвердить, кто он.</translation>
    </message>
    <message>
        <source>The service asks for a short pause.</source>
        <translation>Сервис просит короткую паузу.</translation>
    </message>
    <message>
        <source>The service cannot be reached.</source>
        <translation>Сервис недоступен.</translation>
    </message>
    <message>
        <source>The service did not answer in time.</source>
        <translation>Сервис не ответил вовремя.</translation>
    </message>
    <message>
        <source>The service does not know this call.</source>
        <translation>Сервис не знает этого звонка.</translation>
    </message>
    <message>
        <source>The service reported a fault of its own.</source>
        <translation>Сервис сообщил о собственной неисправности.</translation>
    </message>
    <message>
        <source>The settings file cannot be read, so it is left as it is.</source>
        <translation>Файл настроек не читается, поэтому он оставлен как есть.</translation>
    </message>
    <message>
        <source>This PC has no keyring that could keep the sign-in.</source>
        <translation>На этом ПК нет хранилища ключей, чтобы сохранить вход.</translation>
    </message>
    <message>
        <source>This PC&apos;s clock is wrong.</source>
        <translation>Часы этого компьютера идут неверно.</translation>
    </message>
    <message>
        <source>This desktop shows no notifications.</source>
        <translation>Этот рабочий стол не показывает уведомлений.</translation>
    </message>
    <message>
        <source>This desktop shows no tray icon.</source>
        <translation>Этот рабочий стол не показывает значок в трее.</translation>
    </message>
    <message>
        <source>This input cannot be used.</source>
        <translation>Это значение использовать нельзя.</translation>
    </message>
    <message>
        <source>This needs your account&apos;s API code.</source>
        <translation>Для этого нужен API-код вашей организации.</translation>
    </message>
    <message>
        <source>This network&apos;s proxy refused the connection.</source>
        <translation>Прокси-сервер этой сети отклонил соединение.</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>Повторите попытку через минуту.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Повторите попытку.</translation>
    </message>
    <message>
        <source>Update this program; until then the history is left alone and nothing is kept.</source>
        <translation>Обновите программу; до тех пор история не изменяется и ничего не сохраняется.</translation>
    </message>
    <message>
        <source>Voicenter asks for a pause between requests.</source>
        <translation>Voicenter просит паузу между запросами.</translation>
    </message>
    <message>
        <source>Voicenter cannot be reached.</source>
        <translation>Voicenter недоступен.</translation>
    </message>
    <message>
        <source>Voicenter did not accept the API code.</source>
        <translation>Voicenter не принял код API.</translation>
    </message>
    <message>
        <source>Voicenter did not accept this sign-in.</source>
        <translation>Voicenter не принял этот вход.</translation>
    </message>
    <message>
        <source>Voicenter did not answer in time; it may have been done all the same.</source>
        <translation>Voicenter не ответил вовремя; возможно, всё же выполнено.</translation>
    </message>
    <message>
        <source>Voicenter refused the request.</source>
        <translation>Voicenter отклонил запрос.</translation>
    </message>
    <message>
        <source>Voicenter reported a fault of its own.</source>
        <translation>Voicenter сообщил о собственной неисправности.</translation>
    </message>
    <message>
        <source>Wait a few seconds, then try again.</source>
        <translation>Подождите несколько секунд и повторите попытку.</translation>
    </message>
    <message>
        <source>You are signed in for this session only.</source>
        <translation>Вход выполнен только на этот сеанс.</translation>
    </message>
    <message>
        <source>Your administrator&apos;s settings could not be read and are not used.</source>
        <translation>Не удалось прочитать настройки администратора, они не используются.</translation>
    </message>
    <message>
        <source>Your network is not on Voicenter&apos;s list.</source>
        <translation>Вашей сети нет в списке Voicenter.</translation>
    </message>
    <message>
        <source>Your settings could not be read, so they begin anew.</source>
        <translation>Не удалось прочитать ваши настройки, поэтому они начаты заново.</translation>
    </message>
</context>
<context>
    <name>folding</name>
    <message>
        <source>Hidden</source>
        <translation>Скрыто</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Показано</translation>
    </message>
</context>
<context>
    <name>history_dates</name>
    <message>
        <source>Any day</source>
        <translation>За всё время</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>С … по …</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Последние 30 дней</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Последние 7 дней</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Вчера</translation>
    </message>
</context>
<context>
    <name>history_words</name>
    <message>
        <source>Answered</source>
        <translation>Принят</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Занято</translation>
    </message>
    <message>
        <source>Caller gave up</source>
        <translation>Не дождался</translation>
    </message>
    <message>
        <source>Dialled from the screen</source>
        <translation>Набран с экрана</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Не удался</translation>
    </message>
    <message>
        <source>From the call log</source>
        <translation>Из журнала звонков</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>Входящий</translation>
    </message>
    <message>
        <source>Listened to</source>
        <translation>Прослушивание</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Пропущен</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Нет ответа</translation>
    </message>
    <message>
        <source>Number not in use</source>
        <translation>Номер не обслуживается</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>Исходящий</translation>
    </message>
    <message>
        <source>Recovered from the call log</source>
        <translation>Восстановлен из журнала</translation>
    </message>
    <message>
        <source>Seen live</source>
        <translation>Виден вживую</translation>
    </message>
    <message>
        <source>Taken by a colleague</source>
        <translation>Принял коллега</translation>
    </message>
    <message>
        <source>Taken by {name}</source>
        <translation>Принят: {name}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>Переведён</translation>
    </message>
    <message>
        <source>Voicemail</source>
        <translation>Голосовая почта</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Вчера</translation>
    </message>
    <message>
        <source>You declined</source>
        <translation>Вы отклонили</translation>
    </message>
    <message>
        <source>queue {name}</source>
        <translation>очередь {name}</translation>
    </message>
    <message>
        <source>talked {length}</source>
        <translation>разговор {length}</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>с заметкой</translation>
    </message>
    <message>
        <source>with a recording</source>
        <translation>с записью</translation>
    </message>
    <message>
        <source>{day} {time}</source>
        <translation>{day} {time}</translation>
    </message>
    <message>
        <source>{length} with the wait</source>
        <translation>{length} с ожиданием</translation>
    </message>
</context>
<context>
    <name>hotkey_words</name>
    <message>
        <source>Another program or the system has this combination. Choose another.</source>
        <translation>Это сочетание занято другой программой или системой. Выберите другое.</translation>
    </message>
    <message>
        <source>Go to the call</source>
        <translation>Перейти к звонку</translation>
    </message>
    <message>
        <source>Mute or resume recording</source>
        <translation>Отключить или возобновить запись</translation>
    </message>
    <message>
        <source>Show the number on the clipboard</source>
        <translation>Показать номер из буфера обмена</translation>
    </message>
    <message>
        <source>The desktop gives: {keys}</source>
        <translation>Рабочий стол даёт: {keys}</translation>
    </message>
    <message>
        <source>The desktop took this key back. Open the settings again to ask for it.</source>
        <translation>Рабочий стол забрал эту клавишу. Откройте настройки снова, чтобы запросить её.</translation>
    </message>
    <message>
        <source>The desktop was not allowed to give this key. Clear it and set it again to be asked.</source>
        <translation>Рабочему столу не разрешили дать эту клавишу. Очистите её и задайте снова, чтобы он спросил.</translation>
    </message>
    <message>
        <source>This combination cannot be used. Choose another.</source>
        <translation>Это сочетание использовать нельзя. Выберите другое.</translation>
    </message>
    <message>
        <source>This combination is set twice. Choose another.</source>
        <translation>Это сочетание задано дважды. Выберите другое.</translation>
    </message>
    <message>
        <source>This keyboard has no such key. Choose another.</source>
        <translation>На этой клавиатуре нет такой клавиши. Выберите другую.</translation>
    </message>
</context>
<context>
    <name>link_words</name>
    <message>
        <source>Link of {label}: a rule for custom data makes it</source>
        <translation>Ссылка «{label}»: её создаёт правило для данных звонка</translation>
    </message>
    <message>
        <source>Link of {label}: the value is a web address</source>
        <translation>Ссылка «{label}»: значение — веб-адрес</translation>
    </message>
    <message>
        <source>Links open when they are pressed, never by themselves</source>
        <translation>Ссылки открываются по нажатию, никогда сами</translation>
    </message>
    <message>
        <source>No link for {label}: its rule and the value make no web address</source>
        <translation>Нет ссылки «{label}»: правило и значение не дают веб-адреса</translation>
    </message>
    <message>
        <source>No link for {label}: the call brought no value for it</source>
        <translation>Нет ссылки «{label}»: звонок не принёс для неё значения</translation>
    </message>
    <message>
        <source>No link for {label}: the host {host} is not allowed</source>
        <translation>Нет ссылки «{label}»: сервер {host} не разрешён</translation>
    </message>
    <message>
        <source>Nothing to open: no value is a web address, no rule makes a link</source>
        <translation>Открывать нечего: среди значений нет веб-адреса, и ни одно правило не создаёт ссылки</translation>
    </message>
</context>
<context>
    <name>queue_words</name>
    <message>
        <source>Hidden number</source>
        <translation>Скрытый номер</translation>
    </message>
    <message>
        <source>Longest {time} · {level}</source>
        <translation>Дольше всех {time} · {level}</translation>
    </message>
    <message>
        <source>Nobody waits</source>
        <translation>Никто не ждёт</translation>
    </message>
    <message>
        <source>Queue {number}</source>
        <translation>Очередь {number}</translation>
    </message>
    <message>
        <source>answered {answered} · gave up {abandoned}</source>
        <translation>отвечено {answered} · не дождались {abandoned}</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>норма</translation>
    </message>
    <message>
        <source>long</source>
        <translation>долго</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>слишком долго</translation>
    </message>
    <message>
        <source>waited {time}</source>
        <translation>ждал {time}</translation>
    </message>
    <message>
        <source>{caller}, waits {time} in {queue}, {level}</source>
        <translation>{caller}, ждёт {time} в очереди {queue}, {level}</translation>
    </message>
</context>
<context>
    <name>settings_guard</name>
    <message>
        <source>Nothing here says which window is in front, so this has no effect.</source>
        <translation>Здесь ничто не сообщает, какое окно впереди, поэтому это не действует.</translation>
    </message>
    <message>
        <source>The system no longer says which window is in front.</source>
        <translation>Система больше не сообщает, какое окно впереди.</translation>
    </message>
    <message>
        <source>This desktop (Wayland) shows no program the windows of others, so this has no effect.</source>
        <translation>Этот рабочий стол (Wayland) не показывает программам чужие окна, поэтому это не действует.</translation>
    </message>
    <message>
        <source>Titles of windows cannot be seen here, so this has no effect.</source>
        <translation>Заголовки окон здесь не видны, поэтому это не действует.</translation>
    </message>
    <message>
        <source>macOS shows titles only with a permission that this program does not ask for, so this has no effect.</source>
        <translation>macOS показывает заголовки только с разрешением, которого программа не просит, поэтому это не действует.</translation>
    </message>
</context>
<context>
    <name>settings_sections</name>
    <message>
        <source>This desktop (Wayland) decides itself where windows stand: pops may be elsewhere, and below other windows.</source>
        <translation>Этот рабочий стол (Wayland) сам решает, где стоят окна: карточки могут оказаться в другом месте и под другими окнами.</translation>
    </message>
</context>
<context>
    <name>settings_support</name>
    <message>
        <source>API code</source>
        <translation>Код API</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Часы</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Шифрование</translation>
    </message>
    <message>
        <source>How long the sign-in lasts</source>
        <translation>Срок действия входа</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>Связка ключей</translation>
    </message>
    <message>
        <source>Live events</source>
        <translation>События в реальном времени</translation>
    </message>
    <message>
        <source>Names of the servers</source>
        <translation>Имена серверов</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Протокол</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Прокси</translation>
    </message>
    <message>
        <source>Recording control</source>
        <translation>Управление записью</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Вход</translation>
    </message>
</context>
<context>
    <name>status_words</name>
    <message>
        <source>A status cannot be confirmed without the link</source>
        <translation>Без связи статус нельзя подтвердить</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Доступен</translation>
    </message>
    <message>
        <source>Briefing</source>
        <translation>Инструктаж</translation>
    </message>
    <message>
        <source>Logged out</source>
        <translation>Вне системы</translation>
    </message>
    <message>
        <source>Lunch</source>
        <translation>Обед</translation>
    </message>
    <message>
        <source>No extension of yours is followed</source>
        <translation>Ни один ваш добавочный не отслеживается</translation>
    </message>
    <message>
        <source>Not connected: it may have changed.</source>
        <translation>Нет связи: он мог измениться.</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Другое</translation>
    </message>
    <message>
        <source>Paperwork</source>
        <translation>Бумажная работа</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Личное</translation>
    </message>
    <message>
        <source>Somebody else is signed in on this extension.</source>
        <translation>На этом добавочном работает кто-то другой.</translation>
    </message>
    <message>
        <source>Status {number}</source>
        <translation>Статус {number}</translation>
    </message>
    <message>
        <source>Team meeting</source>
        <translation>Собрание</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Неизвестен</translation>
    </message>
    <message>
        <source>Voicenter does not know this extension.</source>
        <translation>Voicenter не знает этого добавочного.</translation>
    </message>
    <message>
        <source>Voicenter does not say whose extension this is.</source>
        <translation>Voicenter не сообщает, чей это добавочный.</translation>
    </message>
    <message>
        <source>Waiting until Voicenter confirms {status}.</source>
        <translation>Ждём подтверждения от Voicenter: {status}.</translation>
    </message>
    <message>
        <source>You asked for {status}, then another status was set for you.</source>
        <translation>Вы выбрали «{status}», но затем вам поставили другой статус.</translation>
    </message>
    <message>
        <source>Your account does not use this status.</source>
        <translation>В вашей организации этот статус не используется.</translation>
    </message>
    <message>
        <source>Your status was not changed to {status}. {reason}</source>
        <translation>Статус не изменён на «{status}». {reason}</translation>
    </message>
    <message>
        <source>{status} at {time}</source>
        <translation>{status} в {time}</translation>
    </message>
    <message>
        <source>{status} is not confirmed yet.</source>
        <translation>{status}: пока не подтверждено.</translation>
    </message>
    <message>
        <source>{status} is not confirmed yet: Voicenter agreed, but does not show it so far.</source>
        <translation>{status}: пока не подтверждено. Voicenter приняла запрос, но ещё не показывает этого.</translation>
    </message>
    <message>
        <source>{status} is not confirmed yet: no clear answer came. It may have been set.</source>
        <translation>{status}: пока не подтверждено. Ясного ответа не было, статус мог измениться.</translation>
    </message>
    <message>
        <source>{status} since {time}</source>
        <translation>{status} с {time}</translation>
    </message>
    <message>
        <source>{status} was set on {done}, but not on {rest}. {reason}</source>
        <translation>Статус «{status}» установлен на {done}, но не на {rest}. {reason}</translation>
    </message>
    <message>
        <source>{status} was set on {done}. For {rest} no clear answer came: it may have been set, too.</source>
        <translation>Статус «{status}» установлен на {done}. Для {rest} ясного ответа нет: возможно, он установлен и там.</translation>
    </message>
    <message>
        <source>{status}…</source>
        <translation>{status}…</translation>
    </message>
</context>
<context>
    <name>team_words</name>
    <message>
        <source>Direct</source>
        <translation>Напрямую</translation>
    </message>
    <message>
        <source>No status</source>
        <translation>Без статуса</translation>
    </message>
    <message>
        <source>Not shown to you</source>
        <translation>Вам не видно</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>Исходящий</translation>
    </message>
    <message>
        <source>Queue {number}</source>
        <translation>Очередь {number}</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Вышел</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>избранный</translation>
    </message>
    <message>
        <source>for {length}</source>
        <translation>уже {length}</translation>
    </message>
    <message>
        <source>{count} d</source>
        <translation>{count} дн.</translation>
    </message>
    <message>
        <source>{number} · you</source>
        <translation>{number} · вы</translation>
    </message>
    <message>
        <source>{state} · {calls} calls</source>
        <translation>{state} · звонков: {calls}</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Answered</source>
        <translation>Отвечен</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Занято</translation>
    </message>
    <message>
        <source>Call failed</source>
        <translation>Сбой вызова</translation>
    </message>
    <message>
        <source>Caller gave up</source>
        <translation>Не дождался</translation>
    </message>
    <message>
        <source>Calling the customer</source>
        <translation>Вызов клиента</translation>
    </message>
    <message>
        <source>Calling your phone</source>
        <translation>Вызов вашего телефона</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Связь есть</translation>
    </message>
    <message>
        <source>Connected · {server}</source>
        <translation>Связь есть · {server}</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Подключение</translation>
    </message>
    <message>
        <source>Dialling</source>
        <translation>Набор номера</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Завершён</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Сбой</translation>
    </message>
    <message>
        <source>Hidden number</source>
        <translation>Скрытый номер</translation>
    </message>
    <message>
        <source>May be recording</source>
        <translation>Возможно, запись идёт</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Пропущен</translation>
    </message>
    <message>
        <source>Muted {time}</source>
        <translation>Отключена {time}</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Нет ответа</translation>
    </message>
    <message>
        <source>Not connected {began} to {ended}.</source>
        <translation>Не было связи с {began} до {ended}.</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>Без записи</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Нет связи</translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation>Нет связи с {time}</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>На удержании</translation>
    </message>
    <message>
        <source>Polling, slower</source>
        <translation>Опрос, медленнее</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>Переподключение</translation>
    </message>
    <message>
        <source>Reconnecting in {count} s</source>
        <translation>Переподключение через {count} с</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Идёт запись</translation>
    </message>
    <message>
        <source>Recording muted</source>
        <translation>Запись отключена</translation>
    </message>
    <message>
        <source>Reported muted</source>
        <translation>Сообщено: отключена</translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>Звонит</translation>
    </message>
    <message>
        <source>Ringing stopped</source>
        <translation>Больше не звонит</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Вход не выполнен</translation>
    </message>
    <message>
        <source>Still muted</source>
        <translation>Запись ещё отключена</translation>
    </message>
    <message>
        <source>Still muted for {time}. Resume?</source>
        <translation>Отключена уже {time}. Возобновить?</translation>
    </message>
    <message>
        <source>Still recording</source>
        <translation>Запись ещё идёт</translation>
    </message>
    <message>
        <source>Taken by a colleague</source>
        <translation>Принят коллегой</translation>
    </message>
    <message>
        <source>Taken by {name}</source>
        <translation>Принят: {name}</translation>
    </message>
    <message>
        <source>Talking</source>
        <translation>Разговор</translation>
    </message>
    <message>
        <source>The call log could not be asked about your calls of that time.</source>
        <translation>Не удалось запросить журнал о ваших звонках за это время.</translation>
    </message>
    <message>
        <source>The call log shows no other calls of yours in that time.</source>
        <translation>Других ваших звонков за это время в журнале нет.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>Переведён</translation>
    </message>
    <message>
        <source>Will be recorded</source>
        <translation>Будет записан</translation>
    </message>
    <message>
        <source>Without the API code your calls of that time cannot be looked up.</source>
        <translation>Без кода API нельзя узнать ваши звонки за это время.</translation>
    </message>
    <message>
        <source>You are signed in on extension {sip}.</source>
        <translation>Вы работаете на внутреннем номере {sip}.</translation>
    </message>
    <message>
        <source>You declined</source>
        <translation>Вы отклонили</translation>
    </message>
    <message>
        <source>Your calls of that time are looked up in the call log in a few minutes.</source>
        <translation>Ваши звонки за это время будут найдены в журнале через несколько минут.</translation>
    </message>
    <message>
        <source>Your phone is up</source>
        <translation>Ваш телефон ответил</translation>
    </message>
    <message>
        <source>a contact has this number</source>
        <translation>этот номер есть в контактах</translation>
    </message>
    <message>
        <source>an extension of your organisation</source>
        <translation>внутренний номер вашей организации</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d.MM</translation>
    </message>
    <message>
        <source>first seen in the middle of the call</source>
        <translation>замечен уже посреди разговора</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>на {number}</translation>
    </message>
    <message>
        <source>no name came with the call</source>
        <translation>имя со звонком не пришло</translation>
    </message>
    <message>
        <source>rang {length}</source>
        <translation>звонил {length}</translation>
    </message>
    <message>
        <source>recovered from the call log</source>
        <translation>восстановлен из журнала</translation>
    </message>
    <message>
        <source>talked {time}</source>
        <translation>разговор {time}</translation>
    </message>
    <message>
        <source>the call brought only the queue&apos;s name</source>
        <translation>со звонком пришло только имя очереди</translation>
    </message>
    <message>
        <source>the call brought the number as its name</source>
        <translation>вместо имени пришёл номер</translation>
    </message>
    <message>
        <source>the caller hides the number</source>
        <translation>звонящий скрывает номер</translation>
    </message>
    <message>
        <source>the name came with the call</source>
        <translation>имя пришло со звонком</translation>
    </message>
    <message>
        <source>you</source>
        <translation>вы</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} мин</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} с</translation>
    </message>
    <message>
        <source>{day} {time}</source>
        <translation>{day} {time}</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} ч {minutes} мин</translation>
    </message>
    <message>
        <source>{name} is signed in on your extension.</source>
        <translation>На вашем внутреннем номере сейчас {name}.</translation>
    </message>
</context>
</TS>
