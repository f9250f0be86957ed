<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="he_IL">
<context>
    <name>ApiCodePanel</name>
    <message>
        <source>API code</source>
        <translation>קוד API</translation>
    </message>
    <message>
        <source>API code needed</source>
        <translation>דרוש קוד API</translation>
    </message>
    <message>
        <source>Copy a message for the administrator</source>
        <translation>העתקת הודעה למנהל המערכת</translation>
    </message>
    <message>
        <source>Enter the API code</source>
        <translation>יש להזין את קוד ה-API</translation>
    </message>
    <message>
        <source>Hello, I take calls with agent_desk on Voicenter. Please send me the API code of our account. The program needs it to show recent calls and to block numbers.</source>
        <translation>שלום, אני עונה לשיחות ב-Voicenter באמצעות agent_desk. נא לשלוח לי את קוד ה-API של החשבון שלנו. התוכנה צריכה אותו כדי להציג שיחות אחרונות ולחסום מספרים.</translation>
    </message>
    <message>
        <source>Keep the code</source>
        <translation>לשמור את הקוד</translation>
    </message>
    <message>
        <source>Kept in the system keyring, never in a file</source>
        <translation>נשמר במחזיק המפתחות של המערכת, לא בקובץ</translation>
    </message>
    <message>
        <source>Message copied</source>
        <translation>ההודעה הועתקה</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>לא עכשיו</translation>
    </message>
    <message>
        <source>Recent calls and blocking need the API code of your account. Your administrator has it.</source>
        <translation>לשיחות אחרונות ולחסימה דרוש קוד ה-API של החשבון. הוא נמצא אצל מנהל המערכת.</translation>
    </message>
    <message>
        <source>Use this code</source>
        <translation>שימוש בקוד הזה</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Appearance</source>
        <translation>מראה</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>כמו המערכת</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>כהה</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>ניגודיות גבוהה</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>שפה</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>פחות תנועה</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>בהיר</translation>
    </message>
    <message>
        <source>On</source>
        <translation>פועל</translation>
    </message>
    <message>
        <source>The windows speak this language from the next start on.</source>
        <translation>החלונות יהיו בשפה הזו מההפעלה הבאה.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>ערכת צבעים</translation>
    </message>
</context>
<context>
    <name>AutostartSection</name>
    <message>
        <source>Start</source>
        <translation>הפעלה</translation>
    </message>
    <message>
        <source>Start when I log in to this PC</source>
        <translation>הפעלה כשאני נכנס למחשב הזה</translation>
    </message>
</context>
<context>
    <name>BlockConfirm</name>
    <message>
        <source>Block number</source>
        <translation>חסימת המספר</translation>
    </message>
    <message>
        <source>Block {number}?</source>
        <translation>לחסום את {number}?</translation>
    </message>
    <message>
        <source>Blocking…</source>
        <translation>חוסם…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Nobody in your organisation can be connected to call this number. Whether its own calls are refused is decided in the phone system&apos;s menus.</source>
        <translation>אף אחד בארגון לא יוכל להתקשר למספר הזה. אם שיחות ממנו יידחו נקבע בתפריטי המרכזייה.</translation>
    </message>
</context>
<context>
    <name>BlockFeedback</name>
    <message>
        <source>Blocked {number}</source>
        <translation>{number} נחסם</translation>
    </message>
    <message>
        <source>Not confirmed that {number} is blocked: {reason}</source>
        <translation>לא אושר ש-{number} נחסם: {reason}</translation>
    </message>
    <message>
        <source>Not confirmed that {number} is unblocked: {reason}</source>
        <translation>לא אושר שהחסימה של {number} הוסרה: {reason}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>לנסות שוב</translation>
    </message>
    <message>
        <source>Unblocked {number}</source>
        <translation>החסימה של {number} הוסרה</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>ביטול הפעולה</translation>
    </message>
    <message>
        <source>{number} was not changed: {reason}</source>
        <translation>{number} לא שונה: {reason}</translation>
    </message>
</context>
<context>
    <name>CallCommands</name>
    <message>
        <source>Block the caller…</source>
        <translation>חסימת המתקשר…</translation>
    </message>
    <message>
        <source>Blocked already</source>
        <translation>כבר נחסם</translation>
    </message>
    <message>
        <source>CRM customer browser</source>
        <translation>CRM לקוח דפדפן</translation>
    </message>
    <message>
        <source>Copy the caller&apos;s number</source>
        <translation>העתקת המספר של המתקשר</translation>
    </message>
    <message>
        <source>Dismiss the ended call</source>
        <translation>סגירת השיחה שהסתיימה</translation>
    </message>
    <message>
        <source>It stays muted until you resume it</source>
        <translation>היא תישאר מושתקת עד שתחודש ידנית</translation>
    </message>
    <message>
        <source>No call has just ended</source>
        <translation>אין שיחה שהסתיימה זה עתה</translation>
    </message>
    <message>
        <source>No link came with this call</source>
        <translation>לא הגיע קישור עם השיחה הזו</translation>
    </message>
    <message>
        <source>Open the call&apos;s link</source>
        <translation>פתיחת הקישור של השיחה</translation>
    </message>
    <message>
        <source>Show more or less of the card</source>
        <translation>הצגת יותר או פחות מהכרטיס</translation>
    </message>
    <message>
        <source>Stay muted for longer</source>
        <translation>להשאיר מושתקת עוד זמן</translation>
    </message>
    <message>
        <source>The call is over</source>
        <translation>השיחה הסתיימה</translation>
    </message>
    <message>
        <source>The number is hidden</source>
        <translation>המספר חסוי</translation>
    </message>
    <message>
        <source>The recording is muted already</source>
        <translation>ההקלטה כבר מושתקת</translation>
    </message>
    <message>
        <source>The recording is not muted</source>
        <translation>ההקלטה לא מושתקת</translation>
    </message>
    <message>
        <source>The service is being asked</source>
        <translation>ממתינים לתשובת השירות</translation>
    </message>
    <message>
        <source>This call is not recorded</source>
        <translation>השיחה הזו לא מוקלטת</translation>
    </message>
    <message>
        <source>This is an extension of your organisation</source>
        <translation>זו שלוחה בארגון שלך</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>כתיבת הערה</translation>
    </message>
    <message>
        <source>blacklist</source>
        <translation>רשימה שחורה</translation>
    </message>
    <message>
        <source>close card</source>
        <translation>סגירת כרטיס</translation>
    </message>
    <message>
        <source>countdown automatic resume later</source>
        <translation>ספירה לאחור חידוש אוטומטי אחר כך</translation>
    </message>
    <message>
        <source>details fields custom data</source>
        <translation>פרטים שדות נתונים נלווים</translation>
    </message>
    <message>
        <source>phone clipboard</source>
        <translation>טלפון לוח</translation>
    </message>
    <message>
        <source>remark comment</source>
        <translation>הערות רישום תיעוד</translation>
    </message>
    <message>
        <source>silence pause stop recording</source>
        <translation>להשתיק השהיה עצירה הקלטה</translation>
    </message>
    <message>
        <source>unmute record again</source>
        <translation>ביטול השתקה להקליט שוב</translation>
    </message>
</context>
<context>
    <name>CallNotes</name>
    <message>
        <source>Incoming call</source>
        <translation>שיחה נכנסת</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>שיחה שלא נענתה</translation>
    </message>
    <message>
        <source>Show window</source>
        <translation>הצגת החלון</translation>
    </message>
</context>
<context>
    <name>CallerCard</name>
    <message>
        <source>Block</source>
        <translation>חסימה</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>נחסם</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>אושר בשרת</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>פרטים</translation>
    </message>
    <message>
        <source>No longer pinned</source>
        <translation>לא מוצמד עוד</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>הערה</translation>
    </message>
    <message>
        <source>Pinned: the card stays after the call</source>
        <translation>מוצמד: הכרטיס נשאר אחרי השיחה</translation>
    </message>
    <message>
        <source>Recent calls</source>
        <translation>שיחות אחרונות</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>הפעלה חוזרת</translation>
    </message>
    <message>
        <source>Show card</source>
        <translation>הצגת הכרטיס</translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>נכון ל-{time}</translation>
    </message>
</context>
<context>
    <name>ChooseExtensionPage</name>
    <message>
        <source>Calls pop for the extensions you tick here. The choice is kept for this sign-in.</source>
        <translation>שיחות יופיעו עבור השלוחות שיסומנו כאן. הבחירה נשמרת לכניסה הזו.</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>שלוחות</translation>
    </message>
    <message>
        <source>Name or extension</source>
        <translation>שם או שלוחה</translation>
    </message>
    <message>
        <source>No extension matches</source>
        <translation>אין שלוחה מתאימה</translation>
    </message>
    <message>
        <source>Search extensions</source>
        <translation>חיפוש שלוחות</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>יציאה</translation>
    </message>
    <message numerus="yes">
        <source>Use %n extensions</source>
        <translation>
            <numerusform>שימוש בשלוחה אחת</numerusform>
            <numerusform>שימוש ב-%n שלוחות</numerusform>
        </translation>
    </message>
    <message>
        <source>Use this extension</source>
        <translation>שימוש בשלוחה הזו</translation>
    </message>
    <message>
        <source>Which extension is yours?</source>
        <translation>איזו שלוחה שלך?</translation>
    </message>
</context>
<context>
    <name>ClosingLine</name>
    <message>
        <source>Closes in {count} s, stays while the pointer is on it</source>
        <translation>ייסגר בעוד {count} שנ׳, נשאר כל עוד הסמן עליו</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>Dismiss this card</source>
        <translation>סגירת הכרטיס הזה</translation>
    </message>
    <message>
        <source>Pinned: stays until it is dismissed</source>
        <translation>מוצמד: נשאר עד שסוגרים אותו</translation>
    </message>
    <message>
        <source>Stays until it is dismissed</source>
        <translation>נשאר עד לסגירה</translation>
    </message>
    <message>
        <source>Stays until its note is saved or you sign out</source>
        <translation>נשאר עד שההערה תישמר או עד היציאה מהמערכת</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n calls</source>
        <translation>
            <numerusform>שיחה אחת</numerusform>
            <numerusform>%n שיחות</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls were recovered from the call log.</source>
        <translation>
            <numerusform>שיחה אחת שוחזרה מיומן השיחות.</numerusform>
            <numerusform>%n שיחות שוחזרו מיומן השיחות.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n filters</source>
        <translation>
            <numerusform>סינון אחד</numerusform>
            <numerusform>%n סינונים</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more fields</source>
        <translation>
            <numerusform>עוד שדה אחד</numerusform>
            <numerusform>עוד %n שדות</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {total} calls</source>
        <translation>
            <numerusform>%n מתוך {total} שיחות</numerusform>
            <numerusform>%n מתוך {total} שיחות</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outcomes</source>
        <translation>
            <numerusform>תוצאה אחת</numerusform>
            <numerusform>%n תוצאות</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayRange</name>
    <message>
        <source>From</source>
        <translation>מ־</translation>
    </message>
    <message>
        <source>To</source>
        <translation>עד</translation>
    </message>
</context>
<context>
    <name>DeskAside</name>
    <message>
        <source>Dial</source>
        <translation>חיוג</translation>
    </message>
</context>
<context>
    <name>DeskCommands</name>
    <message>
        <source>Ask for my recent calls again</source>
        <translation>בדיקה חוזרת של השיחות האחרונות שלי</translation>
    </message>
    <message>
        <source>Choose my extension again</source>
        <translation>בחירה מחדש של השלוחה שלי</translation>
    </message>
    <message>
        <source>Chosen already</source>
        <translation>כבר נבחר</translation>
    </message>
    <message>
        <source>Connecting right now</source>
        <translation>מתחבר ברגע זה</translation>
    </message>
    <message>
        <source>Enter the API code</source>
        <translation>הזנת קוד ה-API</translation>
    </message>
    <message>
        <source>Settings: {section}</source>
        <translation>הגדרות: {section}</translation>
    </message>
    <message>
        <source>Show all commands</source>
        <translation>הצגת כל הפקודות</translation>
    </message>
    <message>
        <source>Show the desk</source>
        <translation>מעבר לשיחות</translation>
    </message>
    <message>
        <source>The connection is up</source>
        <translation>החיבור פעיל</translation>
    </message>
    <message>
        <source>Theme: {theme}</source>
        <translation>ערכת צבעים: {theme}</translation>
    </message>
    <message>
        <source>This sign-in sees no other extensions</source>
        <translation>הכניסה הזו לא רואה שלוחות אחרות</translation>
    </message>
    <message>
        <source>Try to connect now</source>
        <translation>לנסות להתחבר עכשיו</translation>
    </message>
    <message>
        <source>colours appearance</source>
        <translation>צבעים מראה</translation>
    </message>
    <message>
        <source>current calls home</source>
        <translation>שיחות פעילות בית</translation>
    </message>
    <message>
        <source>exit close program</source>
        <translation>יציאה סגירה תוכנה</translation>
    </message>
    <message>
        <source>key permission</source>
        <translation>מפתח הרשאה</translation>
    </message>
    <message>
        <source>log off leave account</source>
        <translation>ניתוק יציאה חשבון</translation>
    </message>
    <message>
        <source>phone seat line</source>
        <translation>טלפון עמדה קו</translation>
    </message>
    <message>
        <source>preferences options</source>
        <translation>העדפות אפשרויות</translation>
    </message>
    <message>
        <source>reconnect network offline</source>
        <translation>התחברות מחדש רשת ניתוק</translation>
    </message>
    <message>
        <source>refresh reload call log</source>
        <translation>רענון טעינה יומן שיחות</translation>
    </message>
</context>
<context>
    <name>DeskHeader</name>
    <message>
        <source>API code…</source>
        <translation>קוד API…</translation>
    </message>
    <message>
        <source>All commands…</source>
        <translation>כל הפקודות…</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>מתחבר</translation>
    </message>
    <message>
        <source>Extension {sip}</source>
        <translation>שלוחה {sip}</translation>
    </message>
    <message>
        <source>Extensions {sips}</source>
        <translation>שלוחות {sips}</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>תפריט</translation>
    </message>
    <message>
        <source>My extensions…</source>
        <translation>השלוחות שלי…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>סיום התוכנה</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>הפעלה חוזרת</translation>
    </message>
    <message>
        <source>Replay ended</source>
        <translation>ההפעלה החוזרת הסתיימה</translation>
    </message>
    <message>
        <source>Replay of {file}</source>
        <translation>הפעלה חוזרת של {file}</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>יציאה מהחשבון</translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n events</source>
        <translation>
            <numerusform>{done} מתוך אירוע אחד</numerusform>
            <numerusform>{done} מתוך %n אירועים</numerusform>
        </translation>
    </message>
    <message>
        <source>{extension} · this session only</source>
        <translation>{extension} · רק לפעם הזו</translation>
    </message>
</context>
<context>
    <name>DeskPage</name>
    <message>
        <source>Choose my extension</source>
        <translation>בחירת השלוחה שלי</translation>
    </message>
    <message>
        <source>Current calls</source>
        <translation>שיחות פעילות</translation>
    </message>
    <message>
        <source>No call right now</source>
        <translation>אין שיחה כרגע</translation>
    </message>
    <message>
        <source>These calls are over. In a replay nothing can be muted, blocked or looked up.</source>
        <translation>השיחות האלה כבר הסתיימו. בהפעלה חוזרת אי אפשר להשתיק, לחסום או לחפש דבר.</translation>
    </message>
    <message>
        <source>You answer on your phone</source>
        <translation>עונים בטלפון שלך</translation>
    </message>
</context>
<context>
    <name>DiagnosticsSection</name>
    <message>
        <source>Administrator&apos;s settings</source>
        <translation>הגדרות מנהל המערכת</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>חיבור</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>הועתק</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>העתקה</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>אבחון</translation>
    </message>
    <message>
        <source>History and notes</source>
        <translation>היסטוריה והערות</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>יומן</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>פועל על</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>הגדרות</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>גרסה</translation>
    </message>
    <message>
        <source>What is copied holds no password, no number and no name of a person.</source>
        <translation>במה שמועתק אין סיסמה, אין מספר ואין שם של אדם.</translation>
    </message>
</context>
<context>
    <name>DialCommands</name>
    <message>
        <source>Call the caller back</source>
        <translation>לחזור למתקשר</translation>
    </message>
    <message>
        <source>Dial a number</source>
        <translation>לחייג למספר</translation>
    </message>
    <message>
        <source>Hang up the call I started</source>
        <translation>לנתק את השיחה שהתחלתי</translation>
    </message>
    <message>
        <source>No call was started from here</source>
        <translation>לא התחילה שיחה מכאן</translation>
    </message>
    <message>
        <source>call phone field</source>
        <translation>שיחה טלפון שדה</translation>
    </message>
    <message>
        <source>end terminate</source>
        <translation>סיום ניתוק</translation>
    </message>
    <message>
        <source>return dial again</source>
        <translation>חזרה חיוג שוב</translation>
    </message>
</context>
<context>
    <name>DialField</name>
    <message>
        <source>Call</source>
        <translation>חיוג</translation>
    </message>
    <message>
        <source>Number to call</source>
        <translation>מספר לחיוג</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>אפשרויות</translation>
    </message>
</context>
<context>
    <name>DialLine</name>
    <message>
        <source>Call it</source>
        <translation>לחייג</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Dial again</source>
        <translation>לחייג שוב</translation>
    </message>
    <message>
        <source>Dial anyway</source>
        <translation>לחייג בכל זאת</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>End all calls</source>
        <translation>לנתק את כל השיחות</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>ניתוק</translation>
    </message>
</context>
<context>
    <name>DialOptionsPart</name>
    <message>
        <source>As usual</source>
        <translation>כרגיל</translation>
    </message>
    <message>
        <source>My phone answers by itself</source>
        <translation>הטלפון שלי עונה בעצמו</translation>
    </message>
    <message>
        <source>Not a phone number of your account</source>
        <translation>זה לא מספר טלפון של החשבון שלך</translation>
    </message>
    <message>
        <source>Number that the customer sees</source>
        <translation>המספר שהלקוח רואה</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>כבוי</translation>
    </message>
    <message>
        <source>On</source>
        <translation>פועל</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>הקלטה</translation>
    </message>
</context>
<context>
    <name>DryRunSection</name>
    <message>
        <source>Look again</source>
        <translation>בדיקה מחדש</translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>אין עדיין שיחות</translation>
    </message>
    <message>
        <source>Number of calls</source>
        <translation>מספר השיחות</translation>
    </message>
    <message>
        <source>Take a call, or make one, and look again: it is listed here.</source>
        <translation>ענו לשיחה, או התקשרו, ובדקו מחדש: היא תופיע כאן.</translation>
    </message>
    <message>
        <source>What would have popped</source>
        <translation>מה היה קופץ</translation>
    </message>
    <message>
        <source>With the API code (see Sign-in) the calls of the last week are here, too.</source>
        <translation>עם קוד ה-API (ראו כניסה) יופיעו כאן גם השיחות של השבוע האחרון.</translation>
    </message>
    <message>
        <source>Your last calls, with the cards that the custom data above, saved or not, would give them. Open a call to read why.</source>
        <translation>השיחות האחרונות שלכם, עם הכרטיסים שהיו מקבלות לפי הנתונים הנלווים שלמעלה, שמורים או לא. פתחו שיחה כדי לקרוא למה.</translation>
    </message>
</context>
<context>
    <name>ExportMenu</name>
    <message>
        <source>Export</source>
        <translation>ייצוא</translation>
    </message>
    <message>
        <source>For programs (JSON)</source>
        <translation>לתוכנות (JSON)</translation>
    </message>
    <message>
        <source>Save the calls that are shown</source>
        <translation>שמירת השיחות המוצגות</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>טבלה (CSV)</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Fewer fields</source>
        <translation>פחות שדות</translation>
    </message>
</context>
<context>
    <name>GaveUpList</name>
    <message>
        <source>Callers who gave up</source>
        <translation>מתקשרים שוויתרו</translation>
    </message>
    <message>
        <source>Enter calls back, Delete says that it is done.</source>
        <translation>Enter מתקשר חזרה, Delete מסמן שטופל.</translation>
    </message>
</context>
<context>
    <name>GivenLine</name>
    <message>
        <source>Set by your administrator; you can choose otherwise.</source>
        <translation>נקבע על ידי מנהל המערכת; אפשר לבחור אחרת.</translation>
    </message>
</context>
<context>
    <name>GuardBand</name>
    <message>
        <source>resumes at {time}</source>
        <translation>תתחדש ב-{time}</translation>
    </message>
</context>
<context>
    <name>GuardNotice</name>
    <message>
        <source>Recording resumes in {time}</source>
        <translation>ההקלטה תתחדש בעוד {time}</translation>
    </message>
    <message>
        <source>Stay muted for {count} s more</source>
        <translation>להשאיר מושתקת עוד {count} שניות</translation>
    </message>
    <message>
        <source>{more} s</source>
        <translation>{more} שנ׳</translation>
    </message>
</context>
<context>
    <name>GuardPart</name>
    <message>
        <source>Dismiss</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>Dismiss the warning</source>
        <translation>סגירת האזהרה</translation>
    </message>
    <message>
        <source>Muted by somebody else, or before this program was started.</source>
        <translation>הושתקה בידי אחר, או לפני שהתוכנה הופעלה.</translation>
    </message>
    <message>
        <source>Muting works without the link: the service&apos;s answer confirms it, no event will.</source>
        <translation>ההשתקה פועלת גם בלי החיבור: תשובת השירות מאשרת אותה, אירוע לא יאשר.</translation>
    </message>
    <message>
        <source>This is a replay: there is no call to mute.</source>
        <translation>זו הפעלה חוזרת: אין שיחה להשתיק.</translation>
    </message>
</context>
<context>
    <name>GuardSection</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>יום אחד</numerusform>
            <numerusform>%n ימים</numerusform>
        </translation>
    </message>
    <message>
        <source>A number of seconds from {least} to {most}.</source>
        <translation>מספר שניות, מ-{least} עד {most}.</translation>
    </message>
    <message>
        <source>A part of the title is enough; with * for anything it is the whole title. Capital letters make no difference. Titles are compared here and kept nowhere.</source>
        <translation>די בחלק מהכותרת; עם * במקום כל טקסט, זו הכותרת כולה. אין הבדל בין אותיות גדולות לקטנות. הכותרות מושוות כאן ואינן נשמרות.</translation>
    </message>
    <message>
        <source>After another time</source>
        <translation>אחרי זמן אחר</translation>
    </message>
    <message>
        <source>Any program that runs under your name can then mute and resume your calls, and see whether they are muted; never who calls.</source>
        <translation>כל תוכנה שרצה בשמך תוכל אז להשתיק ולחדש את הקלטת השיחות שלך ולראות אם הן מושתקות; לעולם לא מי מתקשר.</translation>
    </message>
    <message>
        <source>Card details*</source>
        <translation>פרטי כרטיס*</translation>
    </message>
    <message>
        <source>Edge around the screen while muted</source>
        <translation>מסגרת סביב המסך בזמן השתקה</translation>
    </message>
    <message>
        <source>Export the ledger…</source>
        <translation>ייצוא היומן…</translation>
    </message>
    <message>
        <source>It says when and by what each recording was muted, whether the service confirmed it, and when and why it went on; no names, no numbers.</source>
        <translation>ביומן: מתי ועל ידי מה הושתקה כל הקלטה, אם השירות אישר, ומתי ולמה היא חודשה; בלי שמות ובלי מספרים.</translation>
    </message>
    <message>
        <source>Keep the ledger of mutes for</source>
        <translation>לשמור את יומן ההשתקות למשך</translation>
    </message>
    <message>
        <source>Let programs on this PC mute and resume</source>
        <translation>לאפשר לתוכנות במחשב הזה להשתיק ולחדש</translation>
    </message>
    <message>
        <source>Mute while a window with such a title is in front, one a line</source>
        <translation>להשתיק כשחלון עם כותרת כזו נמצא מלפנים, אחת בכל שורה</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>אף פעם</translation>
    </message>
    <message>
        <source>Payment page</source>
        <translation>דף תשלום</translation>
    </message>
    <message>
        <source>Programs cannot ask now: the connection for them could not be opened.</source>
        <translation>תוכנות אינן יכולות לבקש כעת: לא ניתן היה לפתוח להן חיבור.</translation>
    </message>
    <message>
        <source>Recording guard</source>
        <translation>שמירה על ההקלטה</translation>
    </message>
    <message>
        <source>Remind me while it is muted</source>
        <translation>להזכיר לי כל עוד ההקלטה מושתקת</translation>
    </message>
    <message>
        <source>Resume by itself</source>
        <translation>חידוש אוטומטי</translation>
    </message>
    <message>
        <source>Resume when that window is left</source>
        <translation>לחדש כשעוזבים את החלון הזה</translation>
    </message>
    <message>
        <source>Seconds until it resumes</source>
        <translation>שניות עד החידוש</translation>
    </message>
    <message>
        <source>The last 15 seconds are counted on the card, and can be put off.</source>
        <translation>15 השניות האחרונות נספרות על הכרטיס, ואפשר לדחות.</translation>
    </message>
    <message>
        <source>This desktop (Wayland) lets no program put an edge there.</source>
        <translation>שולחן העבודה הזה (Wayland) אינו מאפשר לתוכנות לשים שם מסגרת.</translation>
    </message>
    <message>
        <source>mute unmute pause record reminder countdown rule window CRM card payment</source>
        <translation>השתקה ביטול השתקה הפסקה הקלטה תזכורת ספירה לאחור כלל חלון CRM כרטיס תשלום</translation>
    </message>
</context>
<context>
    <name>GuardVoice</name>
    <message>
        <source>Recording resumes in {time}</source>
        <translation>ההקלטה תתחדש בעוד {time}</translation>
    </message>
</context>
<context>
    <name>HandedOver</name>
    <message>
        <source>Copied number: {number}</source>
        <translation>מספר שהועתק: {number}</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>העתקת המספר</translation>
    </message>
    <message>
        <source>Number from a link: {number}</source>
        <translation>מספר מקישור: {number}</translation>
    </message>
</context>
<context>
    <name>HistoryDay</name>
    <message>
        <source>Answered</source>
        <translation>נענו</translation>
    </message>
    <message>
        <source>Answered: {count}</source>
        <translation>נענו: {count}</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>חזרה לרשימה</translation>
    </message>
    <message>
        <source>Calls by the hour</source>
        <translation>שיחות לפי שעה</translation>
    </message>
    <message>
        <source>Choose a call to see its details.</source>
        <translation>בחרו שיחה כדי לראות את פרטיה.</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>לא נענו</translation>
    </message>
    <message>
        <source>Missed: {count}</source>
        <translation>לא נענו: {count}</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>יוצאות</translation>
    </message>
    <message>
        <source>Outgoing: {count}</source>
        <translation>יוצאות: {count}</translation>
    </message>
    <message>
        <source>Talk time</source>
        <translation>זמן שיחה</translation>
    </message>
    <message>
        <source>Talk time: {count}</source>
        <translation>זמן שיחה: {count}</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>היום שאחרי</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>היום שלפני</translation>
    </message>
</context>
<context>
    <name>HistoryDetailView</name>
    <message>
        <source>Back to the list</source>
        <translation>חזרה לרשימה</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>חסימה</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>לחזור אל המתקשר</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>העתקת קישור</translation>
    </message>
    <message>
        <source>Custom data</source>
        <translation>נתונים נלווים</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>הקישור הועתק</translation>
    </message>
    <message>
        <source>Loading details…</source>
        <translation>הפרטים נטענים…</translation>
    </message>
    <message>
        <source>Open recording</source>
        <translation>פתיחת ההקלטה</translation>
    </message>
    <message>
        <source>Parts of the call</source>
        <translation>חלקי השיחה</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>הקלטה</translation>
    </message>
    <message>
        <source>The call log gave no web address for it.</source>
        <translation>יומן השיחות לא נתן לה כתובת אינטרנט.</translation>
    </message>
    <message>
        <source>Way through the menu</source>
        <translation>הדרך בתפריט</translation>
    </message>
</context>
<context>
    <name>HistoryFilters</name>
    <message>
        <source>Any outcome</source>
        <translation>כל תוצאה</translation>
    </message>
    <message>
        <source>Any queue</source>
        <translation>כל התורים</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>לפי שם</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>ניקוי הכול</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>ניקוי החיפוש</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>ימים</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>כיוון</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>סינון</translation>
    </message>
    <message>
        <source>In and out</source>
        <translation>נכנסות ויוצאות</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>נכנסות</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>הארוכות תחילה</translation>
    </message>
    <message>
        <source>Name, number, note or custom data</source>
        <translation>שם, מספר, הערה או נתונים נלווים</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>החדשות תחילה</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>הישנות תחילה</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>סדר</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>תוצאה</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>יוצאות</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>תור</translation>
    </message>
    <message>
        <source>Search calls</source>
        <translation>חיפוש שיחות</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>עם הערה</translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>Calls</source>
        <translation>שיחות</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Loading…</source>
        <translation>נטען…</translation>
    </message>
</context>
<context>
    <name>HistoryNote</name>
    <message>
        <source>Call again</source>
        <translation>להתקשר שוב</translation>
    </message>
    <message>
        <source>No result</source>
        <translation>ללא תוצאה</translation>
    </message>
    <message>
        <source>Not interested</source>
        <translation>לא מעוניין</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>עוד לא נשמר</translation>
    </message>
    <message>
        <source>Not saved: {why}</source>
        <translation>לא נשמר: {why}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>הערה</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>טופל</translation>
    </message>
    <message>
        <source>Result: {result}</source>
        <translation>תוצאה: {result}</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>נשמר</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>נשמר כעת…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>לנסות שוב</translation>
    </message>
    <message>
        <source>Write a note. It saves itself.</source>
        <translation>כתבו הערה. היא נשמרת מעצמה.</translation>
    </message>
    <message>
        <source>Wrong number</source>
        <translation>מספר שגוי</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Export</source>
        <translation>ייצוא</translation>
    </message>
    <message>
        <source>History</source>
        <translation>היסטוריה</translation>
    </message>
    <message>
        <source>Loading calls…</source>
        <translation>השיחות נטענות…</translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>אין עדיין שיחות</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>לא נמצא דבר</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>רענון</translation>
    </message>
    <message>
        <source>The day in figures</source>
        <translation>היום במספרים</translation>
    </message>
    <message>
        <source>They appear here once they have ended.</source>
        <translation>הן מופיעות כאן לאחר שהסתיימו.</translation>
    </message>
    <message>
        <source>Try other words or fewer filters.</source>
        <translation>נסו מילים אחרות או פחות סינון.</translation>
    </message>
</context>
<context>
    <name>HistorySide</name>
    <message numerus="yes">
        <source>%n calls saved</source>
        <translation>
            <numerusform>שיחה אחת נשמרה</numerusform>
            <numerusform>%n שיחות נשמרו</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HotkeyWishes</name>
    <message>
        <source>No call is being recorded now.</source>
        <translation>אף שיחה לא מוקלטת כרגע.</translation>
    </message>
    <message>
        <source>There is no phone number on the clipboard.</source>
        <translation>אין בלוח מספר טלפון.</translation>
    </message>
</context>
<context>
    <name>HourBars</name>
    <message>
        <source>No calls on this day</source>
        <translation>אין שיחות ביום זה</translation>
    </message>
    <message>
        <source>{hour}: {answered} answered, {missed} missed, {made} outgoing</source>
        <translation>{hour}: נענו {answered}, לא נענו {missed}, יוצאות {made}</translation>
    </message>
</context>
<context>
    <name>KeyValue</name>
    <message>
        <source>Copy {label}</source>
        <translation>העתקת {label}</translation>
    </message>
</context>
<context>
    <name>KeysButton</name>
    <message>
        <source>None</source>
        <translation>אין</translation>
    </message>
    <message>
        <source>Press the keys. Esc cancels, Backspace clears.</source>
        <translation>לחצו על המקשים. Esc מבטל, Backspace מוחק.</translation>
    </message>
    <message>
        <source>Press the keys…</source>
        <translation>לחצו על המקשים…</translation>
    </message>
</context>
<context>
    <name>KeysSection</name>
    <message>
        <source>Hold Ctrl or Alt with it, or use a key from F1 to F24.</source>
        <translation>החזיקו איתו Ctrl או Alt, או בחרו מקש מ-F1 עד F24.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>קיצורי מקלדת</translation>
    </message>
    <message>
        <source>Press a button, then the keys. Backspace clears it.</source>
        <translation>לחצו על כפתור ואז על המקשים. Backspace מוחק.</translation>
    </message>
    <message>
        <source>The desktop asks you now in a window of its own.</source>
        <translation>שולחן העבודה שואל אתכם עכשיו בחלון משלו.</translation>
    </message>
    <message>
        <source>They work while you type in another program. None is set at first.</source>
        <translation>הם פועלים גם כשמקלידים בתוכנית אחרת. בהתחלה אף אחד לא מוגדר.</translation>
    </message>
    <message>
        <source>This desktop (Wayland) decides itself: it asks you first, and its own settings say which keys it gives.</source>
        <translation>שולחן העבודה הזה (Wayland) קובע בעצמו: הוא שואל אתכם קודם, וההגדרות שלו אומרות אילו מקשים הוא נותן.</translation>
    </message>
    <message>
        <source>This desktop gives no program keys that work everywhere. In the window itself every shortcut works.</source>
        <translation>שולחן העבודה הזה לא נותן לשום תוכנית מקשים שפועלים בכל מקום. בחלון עצמו כל הקיצורים פועלים.</translation>
    </message>
    <message>
        <source>{action} has this combination already.</source>
        <translation>הצירוף הזה כבר שייך אל: {action}.</translation>
    </message>
</context>
<context>
    <name>LabelsSection</name>
    <message>
        <source>Add a field</source>
        <translation>הוספת שדה</translation>
    </message>
    <message>
        <source>Custom data</source>
        <translation>נתונים נלווים</translation>
    </message>
    <message>
        <source>Enter the name as it comes with the call.</source>
        <translation>יש להזין את השם כפי שהוא מגיע עם השיחה.</translation>
    </message>
    <message>
        <source>How a card looks then</source>
        <translation>כך ייראה הכרטיס</translation>
    </message>
    <message>
        <source>Place {place} of {count}</source>
        <translation>מקום {place} מתוך {count}</translation>
    </message>
    <message>
        <source>The link must begin with {http} or {https} and name its server.</source>
        <translation>הקישור חייב להתחיל ב-{http} או ב-{https} ולציין שרת.</translation>
    </message>
    <message>
        <source>The link must lead to a host that your administrator allows.</source>
        <translation>הקישור חייב להוביל לשרת שמנהל המערכת מאשר.</translation>
    </message>
    <message>
        <source>This name is in the list already.</source>
        <translation>השם הזה כבר ברשימה.</translation>
    </message>
    <message>
        <source>What your IVR or CRM attaches to a call, in the order of this list.</source>
        <translation>מה שהמענה הקולי או ה-CRM מצרפים לשיחה, לפי סדר הרשימה.</translation>
    </message>
    <message>
        <source>Your administrator allows links to {hosts} only.</source>
        <translation>מנהל המערכת מאשר קישורים אל {hosts} בלבד.</translation>
    </message>
</context>
<context>
    <name>LegRow</name>
    <message>
        <source>rang {length}</source>
        <translation>צלצלה {length}</translation>
    </message>
    <message>
        <source>talked {length}</source>
        <translation>דיברו {length}</translation>
    </message>
</context>
<context>
    <name>LinkBanner</name>
    <message>
        <source>Calls that arrive now do not pop.</source>
        <translation>שיחות שנכנסות עכשיו לא יופיעו כאן.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>אין חיבור</translation>
    </message>
    <message>
        <source>Not connected since {time}</source>
        <translation>אין חיבור מאז {time}</translation>
    </message>
    <message>
        <source>Slower than usual</source>
        <translation>איטי מהרגיל</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>לנסות עכשיו</translation>
    </message>
    <message>
        <source>Without a live connection calls are asked for every 5 s: they pop late.</source>
        <translation>בלי חיבור רציף השיחות נבדקות כל 5 שניות: הן מופיעות באיחור.</translation>
    </message>
</context>
<context>
    <name>ListTrouble</name>
    <message>
        <source>Enter the API code</source>
        <translation>יש להזין את קוד ה-API</translation>
    </message>
    <message>
        <source>The call log needs your account&apos;s API code.</source>
        <translation>ליומן השיחות דרוש קוד ה-API של החשבון.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>לנסות שוב</translation>
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
        <translation>{layer}, הוקש {key}</translation>
    </message>
</context>
<context>
    <name>MoreCalls</name>
    <message numerus="yes">
        <source>%n more calls in the main window</source>
        <translation>
            <numerusform>עוד שיחה אחת בחלון הראשי</numerusform>
            <numerusform>עוד %n שיחות בחלון הראשי</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MuteControl</name>
    <message>
        <source>Mute recording</source>
        <translation>השתקת הקלטה</translation>
    </message>
    <message>
        <source>Muting…</source>
        <translation>משתיק…</translation>
    </message>
    <message>
        <source>Not muted, try again</source>
        <translation>לא הושתקה, לנסות שוב</translation>
    </message>
    <message>
        <source>Resume recording</source>
        <translation>חידוש ההקלטה</translation>
    </message>
    <message>
        <source>Resuming…</source>
        <translation>מחדש…</translation>
    </message>
    <message>
        <source>Still muted, try again</source>
        <translation>עדיין מושתקת, לנסות שוב</translation>
    </message>
    <message>
        <source>may be recording</source>
        <translation>אולי מוקלטת</translation>
    </message>
    <message>
        <source>still muted</source>
        <translation>עדיין מושתקת</translation>
    </message>
    <message>
        <source>still recording</source>
        <translation>עדיין מוקלטת</translation>
    </message>
</context>
<context>
    <name>MutedBand</name>
    <message>
        <source>Recording muted</source>
        <translation>ההקלטה מושתקת</translation>
    </message>
</context>
<context>
    <name>MyCalls</name>
    <message>
        <source>Asking the call log…</source>
        <translation>בודק ביומן השיחות…</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>לחזור אל המתקשר</translation>
    </message>
    <message>
        <source>Call back {name}</source>
        <translation>לחזור אל {name}</translation>
    </message>
    <message>
        <source>My recent calls</source>
        <translation>השיחות האחרונות שלי</translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>אין עדיין שיחות</translation>
    </message>
    <message>
        <source>Refresh my recent calls</source>
        <translation>רענון השיחות האחרונות שלי</translation>
    </message>
    <message>
        <source>They appear here once they have ended</source>
        <translation>הן יופיעו כאן לאחר שיסתיימו</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Close</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>Ctrl+Enter saves. Esc closes, the words stay. Kept until you sign out or quit.</source>
        <translation>Ctrl+Enter שומר. Esc סוגר והטקסט נשאר. נשמר עד היציאה מהמערכת או סגירת התוכנה.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Discard the changes</source>
        <translation>ביטול השינויים</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>הערה</translation>
    </message>
    <message>
        <source>Note on the call with {name}</source>
        <translation>הערה על השיחה עם {name}</translation>
    </message>
    <message>
        <source>Note saved</source>
        <translation>ההערה נשמרה</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>שמירת ההערה</translation>
    </message>
</context>
<context>
    <name>NoteLine</name>
    <message>
        <source>Not saved</source>
        <translation>לא נשמר</translation>
    </message>
</context>
<context>
    <name>NoticeLine</name>
    <message>
        <source>Dismiss</source>
        <translation>סגירה</translation>
    </message>
</context>
<context>
    <name>NumbersSection</name>
    <message>
        <source>Country of numbers without a prefix</source>
        <translation>המדינה של מספרים בלי קידומת</translation>
    </message>
    <message>
        <source>No such country; choose one from the list.</source>
        <translation>אין מדינה כזו; יש לבחור מהרשימה.</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>מספרים</translation>
    </message>
    <message>
        <source>Type a part of its name. Cards read numbers this way at once.</source>
        <translation>אפשר להקליד חלק מהשם. הכרטיסים קוראים מספרים כך מיד.</translation>
    </message>
</context>
<context>
    <name>OwedList</name>
    <message numerus="yes">
        <source>%n missed calls hid their number</source>
        <translation>
            <numerusform>שיחה אחת שלא נענתה הגיעה ממספר חסוי</numerusform>
            <numerusform>%n שיחות שלא נענו הגיעו ממספר חסוי</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>עוד אחד</numerusform>
            <numerusform>עוד %n</numerusform>
        </translation>
    </message>
    <message>
        <source>No missed calls to return</source>
        <translation>אין שיחות להחזיר</translation>
    </message>
    <message>
        <source>No missed calls to return since {time}</source>
        <translation>מאז {time} אין שיחות להחזיר</translation>
    </message>
    <message>
        <source>Owed call-backs</source>
        <translation>שיחות להחזיר</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>הצגת פחות</translation>
    </message>
</context>
<context>
    <name>OwedRow</name>
    <message numerus="yes">
        <source>%n calls</source>
        <translation>
            <numerusform>שיחה אחת</numerusform>
            <numerusform>%n שיחות</numerusform>
        </translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>חזרה</translation>
    </message>
    <message>
        <source>Call back {name}</source>
        <translation>חזרה אל {name}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>טופל</translation>
    </message>
    <message>
        <source>Done: {name}</source>
        <translation>טופל: {name}</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message numerus="yes">
        <source>%n wait too long</source>
        <translation>
            <numerusform>אחד ממתין זמן רב מדי</numerusform>
            <numerusform>%n ממתינים זמן רב מדי</numerusform>
        </translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>שולחן</translation>
    </message>
    <message>
        <source>History</source>
        <translation>היסטוריה</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>תורים</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>צוות</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message numerus="yes">
        <source>%n commands</source>
        <translation>
            <numerusform>פקודה אחת</numerusform>
            <numerusform>%n פקודות</numerusform>
        </translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>פקודות</translation>
    </message>
    <message>
        <source>No such command</source>
        <translation>אין פקודה כזו</translation>
    </message>
    <message>
        <source>Try another word.</source>
        <translation>כדאי לנסות מילה אחרת.</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>מה צריך לעשות?</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Hide what I typed</source>
        <translation>הסתרת מה שהקלדתי</translation>
    </message>
    <message>
        <source>Show what I typed</source>
        <translation>הצגת מה שהקלדתי</translation>
    </message>
</context>
<context>
    <name>Pop</name>
    <message>
        <source>Call</source>
        <translation>שיחה</translation>
    </message>
</context>
<context>
    <name>PopsSection</name>
    <message>
        <source>An ended call stays</source>
        <translation>שיחה שהסתיימה נשארת</translation>
    </message>
    <message>
        <source>Bottom left</source>
        <translation>למטה משמאל</translation>
    </message>
    <message>
        <source>Bottom right</source>
        <translation>למטה מימין</translation>
    </message>
    <message>
        <source>Corner of the screen</source>
        <translation>פינת המסך</translation>
    </message>
    <message>
        <source>Pops</source>
        <translation>כרטיסים קופצים</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>מסך</translation>
    </message>
    <message>
        <source>The desktop&apos;s first screen</source>
        <translation>המסך הראשי של המחשב</translation>
    </message>
    <message>
        <source>Top left</source>
        <translation>למעלה משמאל</translation>
    </message>
    <message>
        <source>Top right</source>
        <translation>למעלה מימין</translation>
    </message>
    <message>
        <source>Until I close it</source>
        <translation>עד שאסגור</translation>
    </message>
    <message>
        <source>Where this window is</source>
        <translation>איפה שהחלון הזה נמצא</translation>
    </message>
    <message>
        <source>{screen} (not there now)</source>
        <translation>{screen} (לא מחובר עכשיו)</translation>
    </message>
</context>
<context>
    <name>PrivacySection</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>יום אחד</numerusform>
            <numerusform>%n ימים</numerusform>
        </translation>
    </message>
    <message>
        <source>Callers&apos; numbers show as {dots} until the pointer or the keyboard is on them. Copying, calling and blocking use the whole number.</source>
        <translation>מספרי המתקשרים מוצגים כך: {dots} עד שהסמן או המקלדת נמצאים עליהם. העתקה, חיוג וחסימה משתמשים במספר המלא.</translation>
    </message>
    <message>
        <source>Hide numbers until pointed at</source>
        <translation>הסתרת מספרים עד הצבעה עליהם</translation>
    </message>
    <message>
        <source>Keep the history of calls for</source>
        <translation>לשמור את היסטוריית השיחות למשך</translation>
    </message>
    <message>
        <source>Older calls are deleted from this PC together with their notes. The history is a file that only your user account can read; it is not encrypted.</source>
        <translation>שיחות ישנות יותר נמחקות מהמחשב הזה יחד עם ההערות שלהן. ההיסטוריה היא קובץ שרק חשבון המשתמש שלך יכול לקרוא; הוא אינו מוצפן.</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>פרטיות</translation>
    </message>
    <message>
        <source>Without end</source>
        <translation>ללא הגבלה</translation>
    </message>
</context>
<context>
    <name>PullProgress</name>
    <message>
        <source>Fetching calls from the call log: {done}</source>
        <translation>השיחות נמשכות מיומן השיחות: {done}</translation>
    </message>
    <message>
        <source>Fetching calls from the call log: {done} of {total}</source>
        <translation>השיחות נמשכות מיומן השיחות: {done} מתוך {total}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>עצירה</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>לנסות שוב</translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>Queues and waiting callers</source>
        <translation>תורים וממתינים</translation>
    </message>
</context>
<context>
    <name>QueuesPage</name>
    <message numerus="yes">
        <source>%n left while it could not be seen how</source>
        <translation>
            <numerusform>אחד עזב בלי שנראה איך</numerusform>
            <numerusform>%n עזבו בלי שנראה איך</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>עוד אחד</numerusform>
            <numerusform>עוד %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to call back</source>
        <translation>
            <numerusform>אחד לחזור אליו</numerusform>
            <numerusform>%n לחזור אליהם</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n who gave up cannot be called back</source>
        <translation>
            <numerusform>לאחד שוויתר אי אפשר לחזור</numerusform>
            <numerusform>ל-%n שוויתרו אי אפשר לחזור</numerusform>
        </translation>
    </message>
    <message>
        <source>All queues</source>
        <translation>כל התורים</translation>
    </message>
    <message>
        <source>As of {time}.</source>
        <translation>נכון לשעה {time}.</translation>
    </message>
    <message>
        <source>Asked for every 5 seconds: who gives up cannot be seen this way.</source>
        <translation>נשאל כל 5 שניות: כך אי אפשר לראות מי ויתר.</translation>
    </message>
    <message>
        <source>Enter the API code</source>
        <translation>יש להזין את קוד ה-API</translation>
    </message>
    <message>
        <source>Gave up</source>
        <translation>ויתרו</translation>
    </message>
    <message>
        <source>Gave up, to call back</source>
        <translation>ויתרו, לחזור אליהם</translation>
    </message>
    <message>
        <source>Looking for the queues...</source>
        <translation>מחפש את התורים...</translation>
    </message>
    <message>
        <source>No queues</source>
        <translation>אין תורים</translation>
    </message>
    <message>
        <source>Nobody to call back</source>
        <translation>אין למי לחזור</translation>
    </message>
    <message>
        <source>None to be seen here.</source>
        <translation>אין תורים להצגה כאן.</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>תורים</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>הצגה</translation>
    </message>
    <message>
        <source>The queues are not told here. Asking for them needs the API code.</source>
        <translation>התורים לא נמסרים כאן. כדי לשאול עליהם דרוש קוד ה-API.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>לנסות שוב</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>ממתינים</translation>
    </message>
    <message>
        <source>Which queues</source>
        <translation>אילו תורים</translation>
    </message>
    <message>
        <source>With callers</source>
        <translation>עם ממתינים</translation>
    </message>
    <message>
        <source>seen since {time}</source>
        <translation>נראה מאז {time}</translation>
    </message>
</context>
<context>
    <name>QuitQuestion</name>
    <message>
        <source>Log out and quit</source>
        <translation>התנתקות ויציאה</translation>
    </message>
    <message>
        <source>Logging out. This takes three seconds at most.</source>
        <translation>מתבצעת התנתקות. זה לוקח שלוש שניות לכל היותר.</translation>
    </message>
    <message>
        <source>Only quit</source>
        <translation>יציאה בלבד</translation>
    </message>
    <message>
        <source>Otherwise it stays as it is, and calls go on coming to your phone.</source>
        <translation>אחרת הוא יישאר כפי שהוא, ושיחות ימשיכו להגיע לטלפון שלך.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>יציאה</translation>
    </message>
    <message>
        <source>Set your status to logged out?</source>
        <translation>להגדיר את הסטטוס שלך כמחוץ למערכת?</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>להישאר</translation>
    </message>
    <message>
        <source>Your status may be unchanged: calls may go on coming to your phone.</source>
        <translation>ייתכן שהסטטוס שלך לא השתנה: שיחות עשויות להמשיך להגיע לטלפון שלך.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation>דפים</translation>
    </message>
</context>
<context>
    <name>RecordingQuestion</name>
    <message>
        <source>Once you have left, nobody resumes it: the rest of the call is not recorded.</source>
        <translation>אחרי היציאה איש לא יחדש אותה: המשך השיחה לא יוקלט.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>סיום התוכנה</translation>
    </message>
    <message>
        <source>Quit, leave muted</source>
        <translation>סיום בהשתקה</translation>
    </message>
    <message>
        <source>Resume and quit</source>
        <translation>חידוש וסיום</translation>
    </message>
    <message>
        <source>Resume and sign out</source>
        <translation>חידוש ויציאה</translation>
    </message>
    <message>
        <source>Resuming the recording. Voicenter has not confirmed it yet.</source>
        <translation>ההקלטה מתחדשת. Voicenter עדיין לא אישרה זאת.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>יציאה</translation>
    </message>
    <message>
        <source>Sign out, leave muted</source>
        <translation>יציאה בהשתקה</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>להישאר</translation>
    </message>
    <message>
        <source>The recording is muted</source>
        <translation>ההקלטה מושתקת</translation>
    </message>
    <message>
        <source>The recording was not resumed for certain. It may still be muted.</source>
        <translation>לא ודאי שההקלטה חודשה. ייתכן שהיא עדיין מושתקת.</translation>
    </message>
</context>
<context>
    <name>ReplayProgress</name>
    <message>
        <source>No event in this file could be read.</source>
        <translation>לא ניתן היה לקרוא אף אירוע בקובץ הזה.</translation>
    </message>
</context>
<context>
    <name>RowHead</name>
    <message>
        <source>Shows why.</source>
        <translation>מציג למה.</translation>
    </message>
    <message>
        <source>The reasons are shown.</source>
        <translation>הסיבות מוצגות.</translation>
    </message>
</context>
<context>
    <name>RuleForm</name>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Do not show it</source>
        <translation>לא להציג</translation>
    </message>
    <message>
        <source>Label on the card</source>
        <translation>הכיתוב בכרטיס</translation>
    </message>
    <message>
        <source>Link, with {value} for the value</source>
        <translation>קישור, עם {value} במקום הערך</translation>
    </message>
    <message>
        <source>Name in the custom data</source>
        <translation>השם בנתונים הנלווים</translation>
    </message>
    <message>
        <source>Save field</source>
        <translation>שמירת השדה</translation>
    </message>
</context>
<context>
    <name>RuleRow</name>
    <message>
        <source>Change {label}</source>
        <translation>שינוי {label}</translation>
    </message>
    <message>
        <source>Move {label} down</source>
        <translation>הזזת {label} למטה</translation>
    </message>
    <message>
        <source>Move {label} up</source>
        <translation>הזזת {label} למעלה</translation>
    </message>
    <message>
        <source>Remove {label}</source>
        <translation>הסרת {label}</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>מוסתר</translation>
    </message>
    <message>
        <source>link</source>
        <translation>קישור</translation>
    </message>
</context>
<context>
    <name>SampleCard</name>
    <message>
        <source>No custom data is shown.</source>
        <translation>לא מוצגים נתונים נלווים.</translation>
    </message>
    <message>
        <source>Sample caller</source>
        <translation>מתקשר לדוגמה</translation>
    </message>
</context>
<context>
    <name>ScreenEdge</name>
    <message>
        <source>Muted</source>
        <translation>מושתקת</translation>
    </message>
    <message>
        <source>Muted when the link was lost</source>
        <translation>הייתה מושתקת כשהחיבור אבד</translation>
    </message>
    <message>
        <source>Muted: {muted} of {calls} calls</source>
        <translation>מושתקות: {muted} מתוך {calls} שיחות</translation>
    </message>
    <message>
        <source>Not muted, still recording</source>
        <translation>לא הושתקה, עדיין מוקלטת</translation>
    </message>
</context>
<context>
    <name>SettingsAccess</name>
    <message>
        <source>Save the ledger of mutes</source>
        <translation>שמירת יומן ההשתקות</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>הגדרות</translation>
    </message>
    <message>
        <source>The ledger is saved.</source>
        <translation>היומן נשמר.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Back</source>
        <translation>חזרה</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>לא נמצא דבר</translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>שמירה שוב</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>חיפוש בהגדרות</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>הגדרות</translation>
    </message>
    <message>
        <source>Try another word.</source>
        <translation>כדאי לנסות מילה אחרת.</translation>
    </message>
    <message>
        <source>Your choice holds until the program ends.</source>
        <translation>הבחירה תקפה עד סגירת התוכנה.</translation>
    </message>
    <message>
        <source>Your choice is not saved</source>
        <translation>הבחירה לא נשמרה</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Account</source>
        <translation>חשבון</translation>
    </message>
    <message>
        <source>Calls pop here as soon as your phone rings.</source>
        <translation>השיחות יופיעו כאן ברגע שהטלפון מצלצל.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>דוא״ל</translation>
    </message>
    <message>
        <source>Enter the password</source>
        <translation>יש להזין סיסמה</translation>
    </message>
    <message>
        <source>Enter the token</source>
        <translation>יש להזין אסימון</translation>
    </message>
    <message>
        <source>Enter the user name</source>
        <translation>יש להזין שם משתמש</translation>
    </message>
    <message>
        <source>Enter your e-mail</source>
        <translation>יש להזין דוא״ל</translation>
    </message>
    <message>
        <source>Keep me signed in</source>
        <translation>להישאר מחובר</translation>
    </message>
    <message>
        <source>Kept in the system keyring, never in a file</source>
        <translation>נשמר במחזיק המפתחות של המערכת, לא בקובץ</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>סיסמה</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>כניסה</translation>
    </message>
    <message>
        <source>Sign in as</source>
        <translation>כניסה בתור</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>מתבצעת כניסה…</translation>
    </message>
    <message>
        <source>This PC has no keyring: you sign in for this session only.</source>
        <translation>אין במחשב הזה מחזיק מפתחות: הכניסה היא רק לפעם הזו.</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>אסימון</translation>
    </message>
    <message>
        <source>Try without an account</source>
        <translation>ניסיון ללא חשבון</translation>
    </message>
    <message>
        <source>User</source>
        <translation>משתמש</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>שם משתמש</translation>
    </message>
</context>
<context>
    <name>SignInSection</name>
    <message>
        <source>A token</source>
        <translation>אסימון</translation>
    </message>
    <message>
        <source>API code (history, blocking, calling)</source>
        <translation>קוד API (היסטוריה, חסימה, חיוג)</translation>
    </message>
    <message>
        <source>Change API code</source>
        <translation>שינוי קוד ה-API</translation>
    </message>
    <message>
        <source>Enter API code</source>
        <translation>הזנת קוד API</translation>
    </message>
    <message>
        <source>Forget API code</source>
        <translation>שכחת קוד ה-API</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>לא הוגדר</translation>
    </message>
    <message>
        <source>Nothing of this run is kept, its settings included.</source>
        <translation>שום דבר מההפעלה הזו לא נשמר, כולל ההגדרות.</translation>
    </message>
    <message>
        <source>Secrets are kept in the system keyring, never in a file.</source>
        <translation>סודות נשמרים במחזיק המפתחות של המערכת, לעולם לא בקובץ.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>שרת</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>הוגדר</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>כניסה</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>מחובר בתור</translation>
    </message>
    <message>
        <source>This PC has no keyring: secrets are kept for this session only.</source>
        <translation>במחשב הזה אין מחזיק מפתחות: סודות נשמרים להפעלה הזו בלבד.</translation>
    </message>
</context>
<context>
    <name>SoundsSection</name>
    <message>
        <source>A call rings</source>
        <translation>שיחה מצלצלת</translation>
    </message>
    <message>
        <source>A call was missed</source>
        <translation>שיחה לא נענתה</translation>
    </message>
    <message>
        <source>A recording is still muted</source>
        <translation>הקלטה עדיין מושתקת</translation>
    </message>
    <message>
        <source>A recording was muted</source>
        <translation>הקלטה הושתקה</translation>
    </message>
    <message>
        <source>A recording was not muted</source>
        <translation>ההקלטה לא הושתקה</translation>
    </message>
    <message>
        <source>A recording was resumed</source>
        <translation>הקלטה חודשה</translation>
    </message>
    <message>
        <source>Also where it was not resumed.</source>
        <translation>גם כשההקלטה לא חודשה.</translation>
    </message>
    <message>
        <source>Beside the ringing of the phone.</source>
        <translation>בנוסף לצלצול הטלפון.</translation>
    </message>
    <message>
        <source>Play: {sound}</source>
        <translation>השמעה: {sound}</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>צלילים</translation>
    </message>
    <message>
        <source>This PC cannot play sounds now: the beep of the system is heard instead.</source>
        <translation>המחשב הזה אינו יכול להשמיע צלילים כרגע: במקומם נשמע צפצוף המערכת.</translation>
    </message>
    <message>
        <source>With each reminder.</source>
        <translation>עם כל תזכורת.</translation>
    </message>
</context>
<context>
    <name>StateStrip</name>
    <message>
        <source>Keep open</source>
        <translation>להשאיר פתוח</translation>
    </message>
</context>
<context>
    <name>StatusCommands</name>
    <message>
        <source>Status: {status}</source>
        <translation>סטטוס: {status}</translation>
    </message>
    <message>
        <source>This is your status</source>
        <translation>זה הסטטוס שלך</translation>
    </message>
    <message>
        <source>presence state available away break log in log out</source>
        <translation>נוכחות מצב זמין הפסקה כניסה יציאה</translation>
    </message>
</context>
<context>
    <name>StatusMenu</name>
    <message>
        <source>Status</source>
        <translation>סטטוס</translation>
    </message>
</context>
<context>
    <name>StatusPill</name>
    <message>
        <source>Status: {status}</source>
        <translation>סטטוס: {status}</translation>
    </message>
</context>
<context>
    <name>StatusSection</name>
    <message>
        <source>As it was</source>
        <translation>כפי שהיה</translation>
    </message>
    <message>
        <source>Ask whether to log out</source>
        <translation>לשאול אם להתנתק</translation>
    </message>
    <message>
        <source>Only when you are available, and never during a call. Unlocked, you are available again, unless another status was set meanwhile.</source>
        <translation>רק כשהסטטוס הוא זמין, ואף פעם לא במהלך שיחה. עם ביטול הנעילה הסטטוס חוזר לזמין, אלא אם בינתיים הוגדר סטטוס אחר.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>סטטוס</translation>
    </message>
    <message>
        <source>This system does not tell programs that it is locked.</source>
        <translation>המערכת הזאת אינה מודיעה לתוכנות שהיא נעולה.</translation>
    </message>
    <message>
        <source>When you quit</source>
        <translation>ביציאה מהתוכנה</translation>
    </message>
    <message>
        <source>While this PC is locked</source>
        <translation>כשהמחשב נעול</translation>
    </message>
</context>
<context>
    <name>SupportSection</name>
    <message>
        <source>Check and report</source>
        <translation>בדיקה ודיווח</translation>
    </message>
    <message>
        <source>Check everything</source>
        <translation>בדיקת הכול</translation>
    </message>
    <message>
        <source>Checking signs in once more and mutes no call. A report holds versions, checks, choices and the last lines of the log: no password, number or name of a person.</source>
        <translation>הבדיקה נכנסת פעם נוספת ואינה משתיקה שום שיחה. בדוח יש גרסאות, בדיקות, בחירות והשורות האחרונות של הלוג: בלי סיסמה, מספר או שם של אדם.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>בודק…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>Prepare a report</source>
        <translation>הכנת דוח</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>שמירת הדוח</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>שמירת הדוח…</translation>
    </message>
    <message>
        <source>The report is saved.</source>
        <translation>הדוח נשמר.</translation>
    </message>
    <message>
        <source>The report, as it will be saved</source>
        <translation>הדוח, כפי שיישמר</translation>
    </message>
</context>
<context>
    <name>Talks</name>
    <message>
        <source>Asking the call log…</source>
        <translation>בודק ביומן השיחות…</translation>
    </message>
    <message>
        <source>No earlier calls with this number</source>
        <translation>אין שיחות קודמות עם המספר הזה</translation>
    </message>
    <message>
        <source>Recent calls</source>
        <translation>שיחות אחרונות</translation>
    </message>
</context>
<context>
    <name>TeamPage</name>
    <message>
        <source>Ask your administrator which extensions this sign-in may see.</source>
        <translation>שאלו את מנהל המערכת אילו שלוחות חשבון זה רשאי לראות.</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>לא זמינים</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>לפי שם</translation>
    </message>
    <message>
        <source>By state</source>
        <translation>לפי מצב</translation>
    </message>
    <message>
        <source>Enter the API code</source>
        <translation>הזנת קוד ה-API</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>פנויים</translation>
    </message>
    <message>
        <source>Name or extension</source>
        <translation>שם או שלוחה</translation>
    </message>
    <message>
        <source>No extension is to be seen</source>
        <translation>אין שלוחות להצגה</translation>
    </message>
    <message>
        <source>No news of the team yet</source>
        <translation>עדיין אין מידע על הצוות</translation>
    </message>
    <message>
        <source>Nobody matches</source>
        <translation>אין התאמה</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>אין חיבור.</translation>
    </message>
    <message>
        <source>Not connected. As of {time}.</source>
        <translation>אין חיבור. נכון לשעה {time}.</translation>
    </message>
    <message>
        <source>On a call</source>
        <translation>בשיחה</translation>
    </message>
    <message>
        <source>Search the team</source>
        <translation>חיפוש בצוות</translation>
    </message>
    <message>
        <source>Sorted by name. Sort by state</source>
        <translation>ממוין לפי שם. מיון לפי מצב</translation>
    </message>
    <message>
        <source>Sorted by state. Sort by name</source>
        <translation>ממוין לפי מצב. מיון לפי שם</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>צוות</translation>
    </message>
    <message>
        <source>The slower connection tells of your own extensions only.</source>
        <translation>החיבור האיטי מספר רק על השלוחות שלכם.</translation>
    </message>
    <message>
        <source>This sign-in sees your own extensions only.</source>
        <translation>כניסה זו רואה רק את השלוחות שלכם.</translation>
    </message>
    <message>
        <source>Try another name or another state.</source>
        <translation>נסו שם אחר או מצב אחר.</translation>
    </message>
    <message>
        <source>Voicenter lists no extension for this API code. Check the API code.</source>
        <translation>Voicenter לא מציגה שלוחות עבור קוד API זה. בדקו את קוד ה-API.</translation>
    </message>
    <message>
        <source>{name} is a favourite</source>
        <translation>{name} במועדפים</translation>
    </message>
    <message>
        <source>{name} is no favourite any more</source>
        <translation>{name} לא במועדפים עוד</translation>
    </message>
    <message>
        <source>{present} signed in · {free} free</source>
        <translation>{present} מחוברים · {free} פנויים</translation>
    </message>
</context>
<context>
    <name>TeamTable</name>
    <message>
        <source>Colleagues</source>
        <translation>עמיתים</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>Answered</source>
        <translation>נענו</translation>
    </message>
    <message>
        <source>Answered today: {count}</source>
        <translation>נענו היום: {count}</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>לא נענו</translation>
    </message>
    <message>
        <source>Missed today: {count}</source>
        <translation>לא נענו היום: {count}</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>בהמתנה</translation>
    </message>
    <message>
        <source>On hold, in calls seen here: {count}</source>
        <translation>בהמתנה, בשיחות שנראו כאן: {count}</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>יוצאות</translation>
    </message>
    <message>
        <source>Outgoing today: {count}</source>
        <translation>יוצאות היום: {count}</translation>
    </message>
    <message>
        <source>Talk time</source>
        <translation>זמן שיחה</translation>
    </message>
    <message>
        <source>Talk time today: {count}</source>
        <translation>זמן שיחה היום: {count}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>היום</translation>
    </message>
    <message>
        <source>Wrap-up</source>
        <translation>סיכום שיחה</translation>
    </message>
    <message>
        <source>Wrap-up, in the status for paperwork: {count}</source>
        <translation>סיכום שיחה, בסטטוס ניירת: {count}</translation>
    </message>
    <message>
        <source>about {length}</source>
        <translation>בערך {length}</translation>
    </message>
    <message>
        <source>at least: not every call was seen</source>
        <translation>לפחות: לא כל השיחות נראו</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>מאז {time}</translation>
    </message>
    <message>
        <source>since {time}, and not every call was seen</source>
        <translation>מאז {time}, ולא כל השיחות נראו</translation>
    </message>
    <message>
        <source>{hours} h {minutes} m</source>
        <translation>{hours} ש׳ {minutes} ד׳</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%n calls</source>
        <translation>
            <numerusform>שיחה אחת</numerusform>
            <numerusform>%n שיחות</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missed calls</source>
        <translation>
            <numerusform>שיחה אחת שלא נענתה</numerusform>
            <numerusform>%n שיחות שלא נענו</numerusform>
        </translation>
    </message>
    <message>
        <source>agent_desk: {state}</source>
        <translation>agent_desk: {state}</translation>
    </message>
    <message>
        <source>recording muted</source>
        <translation>ההקלטה מושתקת</translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message>
        <source>Mute recording</source>
        <translation>השתקת הקלטה</translation>
    </message>
    <message>
        <source>Muting…</source>
        <translation>משתיק…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>סיום התוכנה</translation>
    </message>
    <message>
        <source>Resume recording</source>
        <translation>חידוש ההקלטה</translation>
    </message>
    <message>
        <source>Resuming…</source>
        <translation>מחדש…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>הגדרות</translation>
    </message>
    <message>
        <source>Show window</source>
        <translation>הצגת החלון</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>יציאה מהחשבון</translation>
    </message>
    <message>
        <source>Status: {status}</source>
        <translation>סטטוס: {status}</translation>
    </message>
</context>
<context>
    <name>Who</name>
    <message>
        <source>Copy number</source>
        <translation>העתקת המספר</translation>
    </message>
    <message>
        <source>Listened to</source>
        <translation>בהאזנה</translation>
    </message>
    <message>
        <source>Number copied</source>
        <translation>המספר הועתק</translation>
    </message>
    <message>
        <source>Transferred by {name}</source>
        <translation>הועברה על ידי {name}</translation>
    </message>
</context>
<context>
    <name>WhyLine</name>
    <message>
        <source>Why this card: {reason}</source>
        <translation>למה הכרטיס הזה: {reason}</translation>
    </message>
</context>
<context>
    <name>WhyPart</name>
    <message>
        <source>Also: {reason}</source>
        <translation>גם: {reason}</translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>פעם אחת</numerusform>
            <numerusform>%n פעמים</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>אחד ממתין</numerusform>
            <numerusform>%n ממתינים</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_ResultRow</name>
    <message>
        <source>Fine</source>
        <translation>תקין</translation>
    </message>
    <message>
        <source>No fault; the report says more</source>
        <translation>אין תקלה; בדוח יש פירוט</translation>
    </message>
</context>
<context>
    <name>_TeamHeads</name>
    <message>
        <source>Colleague</source>
        <translation>עמית</translation>
    </message>
    <message>
        <source>On</source>
        <translation>דרך</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>משך</translation>
    </message>
    <message>
        <source>State</source>
        <translation>מצב</translation>
    </message>
</context>
<context>
    <name>_Trouble</name>
    <message>
        <source>Try again</source>
        <translation>לנסות שוב</translation>
    </message>
</context>
<context>
    <name>_Who</name>
    <message>
        <source>Copy the number</source>
        <translation>העתקת המספר</translation>
    </message>
    <message>
        <source>Number copied</source>
        <translation>המספר הועתק</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>קו {number}</translation>
    </message>
</context>
<context>
    <name>countries</name>
    <message>
        <source>Afghanistan</source>
        <translation>אפגניסטן</translation>
    </message>
    <message>
        <source>Albania</source>
        <translation>אלבניה</translation>
    </message>
    <message>
        <source>Algeria</source>
        <translation>אלג׳יריה</translation>
    </message>
    <message>
        <source>American Samoa</source>
        <translation>סמואה האמריקנית</translation>
    </message>
    <message>
        <source>Andorra</source>
        <translation>אנדורה</translation>
    </message>
    <message>
        <source>Angola</source>
        <translation>אנגולה</translation>
    </message>
    <message>
        <source>Anguilla</source>
        <translation>אנגווילה</translation>
    </message>
    <message>
        <source>Antigua &amp; Barbuda</source>
        <translation>אנטיגואה וברבודה</translation>
    </message>
    <message>
        <source>Argentina</source>
        <translation>ארגנטינה</translation>
    </message>
    <message>
        <source>Armenia</source>
        <translation>ארמניה</translation>
    </message>
    <message>
        <source>Aruba</source>
        <translation>ארובה</translation>
    </message>
    <message>
        <source>Ascension Island</source>
        <translation>האי אסנשן</translation>
    </message>
    <message>
        <source>Australia</source>
        <translation>אוסטרליה</translation>
    </message>
    <message>
        <source>Austria</source>
        <translation>אוסטריה</translation>
    </message>
    <message>
        <source>Azerbaijan</source>
        <translation>אזרבייג׳ן</translation>
    </message>
    <message>
        <source>Bahamas</source>
        <translation>איי בהאמה</translation>
    </message>
    <message>
        <source>Bahrain</source>
        <translation>בחריין</translation>
    </message>
    <message>
        <source>Bangladesh</source>
        <translation>בנגלדש</translation>
    </message>
    <message>
        <source>Barbados</source>
        <translation>ברבדוס</translation>
    </message>
    <message>
        <source>Belarus</source>
        <translation>בלארוס</translation>
    </message>
    <message>
        <source>Belgium</source>
        <translation>בלגיה</translation>
    </message>
    <message>
        <source>Belize</source>
        <translation>בליז</translation>
    </message>
    <message>
        <source>Benin</source>
        <translation>בנין</translation>
    </message>
    <message>
        <source>Bermuda</source>
        <translation>ברמודה</translation>
    </message>
    <message>
        <source>Bhutan</source>
        <translation>בהוטן</translation>
    </message>
    <message>
        <source>Bolivia</source>
        <translation>בוליביה</translation>
    </message>
    <message>
        <source>Bosnia &amp; Herzegovina</source>
        <translation>בוסניה והרצגובינה</translation>
    </message>
    <message>
        <source>Botswana</source>
        <translation>בוטסואנה</translation>
    </message>
    <message>
        <source>Brazil</source>
        <translation>ברזיל</translation>
    </message>
    <message>
        <source>British Indian Ocean Territory</source>
        <translation>הטריטוריה הבריטית באוקיינוס ההודי</translation>
    </message>
    <message>
        <source>British Virgin Islands</source>
        <translation>איי הבתולה הבריטיים</translation>
    </message>
    <message>
        <source>Brunei</source>
        <translation>ברוניי</translation>
    </message>
    <message>
        <source>Bulgaria</source>
        <translation>בולגריה</translation>
    </message>
    <message>
        <source>Burkina Faso</source>
        <translation>בורקינה פאסו</translation>
    </message>
    <message>
        <source>Burundi</source>
        <translation>בורונדי</translation>
    </message>
    <message>
        <source>Cambodia</source>
        <translation>קמבודיה</translation>
    </message>
    <message>
        <source>Cameroon</source>
        <translation>קמרון</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>קנדה</translation>
    </message>
    <message>
        <source>Cape Verde</source>
        <translation>כף ורדה</translation>
    </message>
    <message>
        <source>Caribbean Netherlands</source>
        <translation>האיים הקריביים ההולנדיים</translation>
    </message>
    <message>
        <source>Cayman Islands</source>
        <translation>איי קיימן</translation>
    </message>
    <message>
        <source>Central African Republic</source>
        <translation>הרפובליקה המרכז-אפריקאית</translation>
    </message>
    <message>
        <source>Chad</source>
        <translation>צ׳אד</translation>
    </message>
    <message>
        <source>Chile</source>
        <translation>צ׳ילה</translation>
    </message>
    <message>
        <source>China</source>
        <translation>סין</translation>
    </message>
    <message>
        <source>Christmas Island</source>
        <translation>אי חג המולד</translation>
    </message>
    <message>
        <source>Cocos (Keeling) Islands</source>
        <translation>איי קוקוס (קילינג)</translation>
    </message>
    <message>
        <source>Colombia</source>
        <translation>קולומביה</translation>
    </message>
    <message>
        <source>Comoros</source>
        <translation>קומורו</translation>
    </message>
    <message>
        <source>Congo - Brazzaville</source>
        <translation>קונגו - ברזאויל</translation>
    </message>
    <message>
        <source>Congo - Kinshasa</source>
        <translation>קונגו - קינשאסה</translation>
    </message>
    <message>
        <source>Cook Islands</source>
        <translation>איי קוק</translation>
    </message>
    <message>
        <source>Costa Rica</source>
        <translation>קוסטה ריקה</translation>
    </message>
    <message>
        <source>Croatia</source>
        <translation>קרואטיה</translation>
    </message>
    <message>
        <source>Cuba</source>
        <translation>קובה</translation>
    </message>
    <message>
        <source>Curaçao</source>
        <translation>קוראסאו</translation>
    </message>
    <message>
        <source>Cyprus</source>
        <translation>קפריסין</translation>
    </message>
    <message>
        <source>Czechia</source>
        <translation>צ׳כיה</translation>
    </message>
    <message>
        <source>Côte d’Ivoire</source>
        <translation>חוף השנהב</translation>
    </message>
    <message>
        <source>Denmark</source>
        <translation>דנמרק</translation>
    </message>
    <message>
        <source>Djibouti</source>
        <translation>ג׳יבוטי</translation>
    </message>
    <message>
        <source>Dominica</source>
        <translation>דומיניקה</translation>
    </message>
    <message>
        <source>Dominican Republic</source>
        <translation>הרפובליקה הדומיניקנית</translation>
    </message>
    <message>
        <source>Ecuador</source>
        <translation>אקוודור</translation>
    </message>
    <message>
        <source>Egypt</source>
        <translation>מצרים</translation>
    </message>
    <message>
        <source>El Salvador</source>
        <translation>אל סלבדור</translation>
    </message>
    <message>
        <source>Equatorial Guinea</source>
        <translation>גינאה המשוונית</translation>
    </message>
    <message>
        <source>Eritrea</source>
        <translation>אריתריאה</translation>
    </message>
    <message>
        <source>Estonia</source>
        <translation>אסטוניה</translation>
    </message>
    <message>
        <source>Eswatini</source>
        <translation>אסוואטיני</translation>
    </message>
    <message>
        <source>Ethiopia</source>
        <translation>אתיופיה</translation>
    </message>
    <message>
        <source>Falkland Islands</source>
        <translation>איי פוקלנד</translation>
    </message>
    <message>
        <source>Faroe Islands</source>
        <translation>איי פארו</translation>
    </message>
    <message>
        <source>Fiji</source>
        <translation>פיג׳י</translation>
    </message>
    <message>
        <source>Finland</source>
        <translation>פינלנד</translation>
    </message>
    <message>
        <source>France</source>
        <translation>צרפת</translation>
    </message>
    <message>
        <source>French Guiana</source>
        <translation>גיאנה הצרפתית</translation>
    </message>
    <message>
        <source>French Polynesia</source>
        <translation>פולינזיה הצרפתית</translation>
    </message>
    <message>
        <source>Gabon</source>
        <translation>גבון</translation>
    </message>
    <message>
        <source>Gambia</source>
        <translation>גמביה</translation>
    </message>
    <message>
        <source>Georgia</source>
        <translation>גאורגיה</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>גרמניה</translation>
    </message>
    <message>
        <source>Ghana</source>
        <translation>גאנה</translation>
    </message>
    <message>
        <source>Gibraltar</source>
        <translation>גיברלטר</translation>
    </message>
    <message>
        <source>Greece</source>
        <translation>יוון</translation>
    </message>
    <message>
        <source>Greenland</source>
        <translation>גרינלנד</translation>
    </message>
    <message>
        <source>Grenada</source>
        <translation>גרנדה</translation>
    </message>
    <message>
        <source>Guadeloupe</source>
        <translation>גוואדלופ</translation>
    </message>
    <message>
        <source>Guam</source>
        <translation>גואם</translation>
    </message>
    <message>
        <source>Guatemala</source>
        <translation>גואטמלה</translation>
    </message>
    <message>
        <source>Guernsey</source>
        <translation>גרנזי</translation>
    </message>
    <message>
        <source>Guinea</source>
        <translation>גינאה</translation>
    </message>
    <message>
        <source>Guinea-Bissau</source>
        <translation>גינאה-ביסאו</translation>
    </message>
    <message>
        <source>Guyana</source>
        <translation>גיאנה</translation>
    </message>
    <message>
        <source>Haiti</source>
        <translation>האיטי</translation>
    </message>
    <message>
        <source>Honduras</source>
        <translation>הונדורס</translation>
    </message>
    <message>
        <source>Hong Kong SAR China</source>
        <translation>הונג קונג (אזור מנהלי מיוחד של סין)</translation>
    </message>
    <message>
        <source>Hungary</source>
        <translation>הונגריה</translation>
    </message>
    <message>
        <source>Iceland</source>
        <translation>איסלנד</translation>
    </message>
    <message>
        <source>India</source>
        <translation>הודו</translation>
    </message>
    <message>
        <source>Indonesia</source>
        <translation>אינדונזיה</translation>
    </message>
    <message>
        <source>Iran</source>
        <translation>איראן</translation>
    </message>
    <message>
        <source>Iraq</source>
        <translation>עיראק</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>אירלנד</translation>
    </message>
    <message>
        <source>Isle of Man</source>
        <translation>האי מאן</translation>
    </message>
    <message>
        <source>Israel</source>
        <translation>ישראל</translation>
    </message>
    <message>
        <source>Italy</source>
        <translation>איטליה</translation>
    </message>
    <message>
        <source>Jamaica</source>
        <translation>ג׳מייקה</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>יפן</translation>
    </message>
    <message>
        <source>Jersey</source>
        <translation>ג׳רזי</translation>
    </message>
    <message>
        <source>Jordan</source>
        <translation>ירדן</translation>
    </message>
    <message>
        <source>Kazakhstan</source>
        <translation>קזחסטן</translation>
    </message>
    <message>
        <source>Kenya</source>
        <translation>קניה</translation>
    </message>
    <message>
        <source>Kiribati</source>
        <translation>קיריבאטי</translation>
    </message>
    <message>
        <source>Kosovo</source>
        <translation>קוסובו</translation>
    </message>
    <message>
        <source>Kuwait</source>
        <translation>כווית</translation>
    </message>
    <message>
        <source>Kyrgyzstan</source>
        <translation>קירגיזסטן</translation>
    </message>
    <message>
        <source>Laos</source>
        <translation>לאוס</translation>
    </message>
    <message>
        <source>Latvia</source>
        <translation>לטביה</translation>
    </message>
    <message>
        <source>Lebanon</source>
        <translation>לבנון</translation>
    </message>
    <message>
        <source>Lesotho</source>
        <translation>לסוטו</translation>
    </message>
    <message>
        <source>Liberia</source>
        <translation>ליבריה</translation>
    </message>
    <message>
        <source>Libya</source>
        <translation>לוב</translation>
    </message>
    <message>
        <source>Liechtenstein</source>
        <translation>ליכטנשטיין</translation>
    </message>
    <message>
        <source>Lithuania</source>
        <translation>ליטא</translation>
    </message>
    <message>
        <source>Luxembourg</source>
        <translation>לוקסמבורג</translation>
    </message>
    <message>
        <source>Macao SAR China</source>
        <translation>מקאו (אזור מנהלי מיוחד של סין)</translation>
    </message>
    <message>
        <source>Madagascar</source>
        <translation>מדגסקר</translation>
    </message>
    <message>
        <source>Malawi</source>
        <translation>מלאווי</translation>
    </message>
    <message>
        <source>Malaysia</source>
        <translation>מלזיה</translation>
    </message>
    <message>
        <source>Maldives</source>
        <translation>האיים המלדיביים</translation>
    </message>
    <message>
        <source>Mali</source>
        <translation>מאלי</translation>
    </message>
    <message>
        <source>Malta</source>
        <translation>מלטה</translation>
    </message>
    <message>
        <source>Marshall Islands</source>
        <translation>איי מרשל</translation>
    </message>
    <message>
        <source>Martinique</source>
        <translation>מרטיניק</translation>
    </message>
    <message>
        <source>Mauritania</source>
        <translation>מאוריטניה</translation>
    </message>
    <message>
        <source>Mauritius</source>
        <translation>מאוריציוס</translation>
    </message>
    <message>
        <source>Mayotte</source>
        <translation>מאיוט</translation>
    </message>
    <message>
        <source>Mexico</source>
        <translation>מקסיקו</translation>
    </message>
    <message>
        <source>Micronesia</source>
        <translation>מיקרונזיה</translation>
    </message>
    <message>
        <source>Moldova</source>
        <translation>מולדובה</translation>
    </message>
    <message>
        <source>Monaco</source>
        <translation>מונקו</translation>
    </message>
    <message>
        <source>Mongolia</source>
        <translation>מונגוליה</translation>
    </message>
    <message>
        <source>Montenegro</source>
        <translation>מונטנגרו</translation>
    </message>
    <message>
        <source>Montserrat</source>
        <translation>מונסראט</translation>
    </message>
    <message>
        <source>Morocco</source>
        <translation>מרוקו</translation>
    </message>
    <message>
        <source>Mozambique</source>
        <translation>מוזמביק</translation>
    </message>
    <message>
        <source>Myanmar (Burma)</source>
        <translation>מיאנמר (בורמה)</translation>
    </message>
    <message>
        <source>Namibia</source>
        <translation>נמיביה</translation>
    </message>
    <message>
        <source>Nauru</source>
        <translation>נאורו</translation>
    </message>
    <message>
        <source>Nepal</source>
        <translation>נפאל</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation>הולנד</translation>
    </message>
    <message>
        <source>New Caledonia</source>
        <translation>קלדוניה החדשה</translation>
    </message>
    <message>
        <source>New Zealand</source>
        <translation>ניו זילנד</translation>
    </message>
    <message>
        <source>Nicaragua</source>
        <translation>ניקרגואה</translation>
    </message>
    <message>
        <source>Niger</source>
        <translation>ניז׳ר</translation>
    </message>
    <message>
        <source>Nigeria</source>
        <translation>ניגריה</translation>
    </message>
    <message>
        <source>Niue</source>
        <translation>ניווה</translation>
    </message>
    <message>
        <source>Norfolk Island</source>
        <translation>האי נורפוק</translation>
    </message>
    <message>
        <source>North Korea</source>
        <translation>קוריאה הצפונית</translation>
    </message>
    <message>
        <source>North Macedonia</source>
        <translation>מקדוניה הצפונית</translation>
    </message>
    <message>
        <source>Northern Mariana Islands</source>
        <translation>איי מריאנה הצפוניים</translation>
    </message>
    <message>
        <source>Norway</source>
        <translation>נורווגיה</translation>
    </message>
    <message>
        <source>Oman</source>
        <translation>עומאן</translation>
    </message>
    <message>
        <source>Pakistan</source>
        <translation>פקיסטן</translation>
    </message>
    <message>
        <source>Palau</source>
        <translation>פלאו</translation>
    </message>
    <message>
        <source>Palestinian Territories</source>
        <translation>השטחים הפלסטיניים</translation>
    </message>
    <message>
        <source>Panama</source>
        <translation>פנמה</translation>
    </message>
    <message>
        <source>Papua New Guinea</source>
        <translation>פפואה גינאה החדשה</translation>
    </message>
    <message>
        <source>Paraguay</source>
        <translation>פרגוואי</translation>
    </message>
    <message>
        <source>Peru</source>
        <translation>פרו</translation>
    </message>
    <message>
        <source>Philippines</source>
        <translation>הפיליפינים</translation>
    </message>
    <message>
        <source>Poland</source>
        <translation>פולין</translation>
    </message>
    <message>
        <source>Portugal</source>
        <translation>פורטוגל</translation>
    </message>
    <message>
        <source>Puerto Rico</source>
        <translation>פוארטו ריקו</translation>
    </message>
    <message>
        <source>Qatar</source>
        <translation>קטאר</translation>
    </message>
    <message>
        <source>Romania</source>
        <translation>רומניה</translation>
    </message>
    <message>
        <source>Russia</source>
        <translation>רוסיה</translation>
    </message>
    <message>
        <source>Rwanda</source>
        <translation>רואנדה</translation>
    </message>
    <message>
        <source>Réunion</source>
        <translation>ראוניון</translation>
    </message>
    <message>
        <source>Samoa</source>
        <translation>סמואה</translation>
    </message>
    <message>
        <source>San Marino</source>
        <translation>סן מרינו</translation>
    </message>
    <message>
        <source>Saudi Arabia</source>
        <translation>ערב הסעודית</translation>
    </message>
    <message>
        <source>Senegal</source>
        <translation>סנגל</translation>
    </message>
    <message>
        <source>Serbia</source>
        <translation>סרביה</translation>
    </message>
    <message>
        <source>Seychelles</source>
        <translation>איי סיישל</translation>
    </message>
    <message>
        <source>Sierra Leone</source>
        <translation>סיירה לאון</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>סינגפור</translation>
    </message>
    <message>
        <source>Sint Maarten</source>
        <translation>סנט מארטן</translation>
    </message>
    <message>
        <source>Slovakia</source>
        <translation>סלובקיה</translation>
    </message>
    <message>
        <source>Slovenia</source>
        <translation>סלובניה</translation>
    </message>
    <message>
        <source>Solomon Islands</source>
        <translation>איי שלמה</translation>
    </message>
    <message>
        <source>Somalia</source>
        <translation>סומליה</translation>
    </message>
    <message>
        <source>South Africa</source>
        <translation>דרום אפריקה</translation>
    </message>
    <message>
        <source>South Korea</source>
        <translation>קוריאה הדרומית</translation>
    </message>
    <message>
        <source>South Sudan</source>
        <translation>דרום סודן</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>ספרד</translation>
    </message>
    <message>
        <source>Sri Lanka</source>
        <translation>סרי לנקה</translation>
    </message>
    <message>
        <source>St. Barthélemy</source>
        <translation>סנט ברתולומיאו</translation>
    </message>
    <message>
        <source>St. Helena</source>
        <translation>סנט הלנה</translation>
    </message>
    <message>
        <source>St. Kitts &amp; Nevis</source>
        <translation>סנט קיטס ונוויס</translation>
    </message>
    <message>
        <source>St. Lucia</source>
        <translation>סנט לוסיה</translation>
    </message>
    <message>
        <source>St. Martin</source>
        <translation>סן מרטן</translation>
    </message>
    <message>
        <source>St. Pierre &amp; Miquelon</source>
        <translation>סנט פייר ומיקלון</translation>
    </message>
    <message>
        <source>St. Vincent &amp; Grenadines</source>
        <translation>סנט וינסנט והגרנדינים</translation>
    </message>
    <message>
        <source>Sudan</source>
        <translation>סודן</translation>
    </message>
    <message>
        <source>Suriname</source>
        <translation>סורינאם</translation>
    </message>
    <message>
        <source>Svalbard &amp; Jan Mayen</source>
        <translation>סבאלברד ויאן מאיין</translation>
    </message>
    <message>
        <source>Sweden</source>
        <translation>שוודיה</translation>
    </message>
    <message>
        <source>Switzerland</source>
        <translation>שווייץ</translation>
    </message>
    <message>
        <source>Syria</source>
        <translation>סוריה</translation>
    </message>
    <message>
        <source>São Tomé &amp; Príncipe</source>
        <translation>סאו טומה ופרינסיפה</translation>
    </message>
    <message>
        <source>Taiwan</source>
        <translation>טייוואן</translation>
    </message>
    <message>
        <source>Tajikistan</source>
        <translation>טג׳יקיסטן</translation>
    </message>
    <message>
        <source>Tanzania</source>
        <translation>טנזניה</translation>
    </message>
    <message>
        <source>Thailand</source>
        <translation>תאילנד</translation>
    </message>
    <message>
        <source>Timor-Leste</source>
        <translation>טימור-לסטה</translation>
    </message>
    <message>
        <source>Togo</source>
        <translation>טוגו</translation>
    </message>
    <message>
        <source>Tokelau</source>
        <translation>טוקלאו</translation>
    </message>
    <message>
        <source>Tonga</source>
        <translation>טונגה</translation>
    </message>
    <message>
        <source>Trinidad &amp; Tobago</source>
        <translation>טרינידד וטובגו</translation>
    </message>
    <message>
        <source>Tristan da Cunha</source>
        <translation>טריסטן דה קונה</translation>
    </message>
    <message>
        <source>Tunisia</source>
        <translation>תוניסיה</translation>
    </message>
    <message>
        <source>Turkmenistan</source>
        <translation>טורקמניסטן</translation>
    </message>
    <message>
        <source>Turks &amp; Caicos Islands</source>
        <translation>איי טרקס וקייקוס</translation>
    </message>
    <message>
        <source>Tuvalu</source>
        <translation>טובאלו</translation>
    </message>
    <message>
        <source>Türkiye</source>
        <translation>טורקיה</translation>
    </message>
    <message>
        <source>U.S. Virgin Islands</source>
        <translation>איי הבתולה של ארצות הברית</translation>
    </message>
    <message>
        <source>Uganda</source>
        <translation>אוגנדה</translation>
    </message>
    <message>
        <source>Ukraine</source>
        <translation>אוקראינה</translation>
    </message>
    <message>
        <source>United Arab Emirates</source>
        <translation>איחוד האמירויות הערביות</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>בריטניה</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>ארצות הברית</translation>
    </message>
    <message>
        <source>Uruguay</source>
        <translation>אורוגוואי</translation>
    </message>
    <message>
        <source>Uzbekistan</source>
        <translation>אוזבקיסטן</translation>
    </message>
    <message>
        <source>Vanuatu</source>
        <translation>ונואטו</translation>
    </message>
    <message>
        <source>Vatican City</source>
        <translation>הוותיקן</translation>
    </message>
    <message>
        <source>Venezuela</source>
        <translation>ונצואלה</translation>
    </message>
    <message>
        <source>Vietnam</source>
        <translation>וייטנאם</translation>
    </message>
    <message>
        <source>Wallis &amp; Futuna</source>
        <translation>איי ווליס ופוטונה</translation>
    </message>
    <message>
        <source>Western Sahara</source>
        <translation>סהרה המערבית</translation>
    </message>
    <message>
        <source>Yemen</source>
        <translation>תימן</translation>
    </message>
    <message>
        <source>Zambia</source>
        <translation>זמביה</translation>
    </message>
    <message>
        <source>Zimbabwe</source>
        <translation>זימבבואה</translation>
    </message>
    <message>
        <source>Åland Islands</source>
        <translation>איי אולנד</translation>
    </message>
</context>
<context>
    <name>desk_side</name>
    <message>
        <source>Available at the desk, after signing in</source>
        <translation>זמין אחרי הכניסה לחשבון</translation>
    </message>
    <message>
        <source>Not in a replay</source>
        <translation>לא בהפעלה חוזרת</translation>
    </message>
</context>
<context>
    <name>dial_words</name>
    <message>
        <source>Asking the service to call {number}…</source>
        <translation>השירות מתבקש לחייג אל {number}…</translation>
    </message>
    <message>
        <source>Blocked from here: the service will not connect this number</source>
        <translation>נחסם מכאן: השירות לא יחבר את המספר הזה</translation>
    </message>
    <message>
        <source>Calling your phone. Pick it up to be connected with {number}.</source>
        <translation>הטלפון שלך מצלצל. יש להרים כדי להתחבר אל {number}.</translation>
    </message>
    <message>
        <source>Calling {number}…</source>
        <translation>מחייגים אל {number}…</translation>
    </message>
    <message>
        <source>Codes with * or # are dialled on the phone itself</source>
        <translation>קודים עם * או # מחייגים בטלפון עצמו</translation>
    </message>
    <message>
        <source>Maybe ringing: look at your phone. The service gave no clear answer.</source>
        <translation>אולי מצלצל: כדאי להסתכל בטלפון. השירות לא נתן תשובה ברורה.</translation>
    </message>
    <message>
        <source>Nobody knows whether your phone still rings. Dial anyway?</source>
        <translation>לא ידוע אם הטלפון שלך עדיין מצלצל. לחייג בכל זאת?</translation>
    </message>
    <message>
        <source>Not connected: this ends whatever runs on your phone now, even another call. Hang up?</source>
        <translation>אין חיבור: הפעולה תסיים כל מה שמתנהל עכשיו בטלפון שלך, גם שיחה אחרת. לנתק?</translation>
    </message>
    <message>
        <source>Talking with {number}</source>
        <translation>בשיחה עם {number}</translation>
    </message>
    <message>
        <source>The call was not ended: {reason}</source>
        <translation>השיחה לא נותקה: {reason}</translation>
    </message>
    <message>
        <source>The call with {number} is over</source>
        <translation>השיחה עם {number} הסתיימה</translation>
    </message>
    <message>
        <source>The last hang-up has no answer yet and could end this call, too. Dial anyway?</source>
        <translation>לניתוק הקודם עדיין אין תשובה, והוא עלול לסיים גם את השיחה הזאת. לחייג בכל זאת?</translation>
    </message>
    <message>
        <source>The number is hidden</source>
        <translation>המספר חסוי</translation>
    </message>
    <message>
        <source>There is no phone number in this text</source>
        <translation>אין מספר טלפון בטקסט הזה</translation>
    </message>
    <message>
        <source>This ends every call on your phone, also the one on hold. Hang up?</source>
        <translation>זה מנתק כל שיחה בטלפון שלך, גם את זו שבהמתנה. לנתק?</translation>
    </message>
    <message>
        <source>This number cannot be called by click.</source>
        <translation>אי אפשר לחייג למספר הזה בלחיצה.</translation>
    </message>
    <message>
        <source>Too long for a phone number</source>
        <translation>ארוך מדי למספר טלפון</translation>
    </message>
    <message>
        <source>Too short for a phone number</source>
        <translation>קצר מדי למספר טלפון</translation>
    </message>
    <message>
        <source>Type or paste a number</source>
        <translation>יש להקליד או להדביק מספר</translation>
    </message>
    <message>
        <source>Voicenter could not start the call. Try again in a minute.</source>
        <translation>Voicenter לא הצליחה להתחיל את השיחה. כדאי לנסות שוב בעוד דקה.</translation>
    </message>
    <message>
        <source>Voicenter refused the call. Check the number and your extension.</source>
        <translation>Voicenter סירבה לשיחה. כדאי לבדוק את המספר ואת השלוחה שלך.</translation>
    </message>
    <message>
        <source>What became of the call to {number} could not be seen</source>
        <translation>לא ניתן היה לראות מה עלה בגורל השיחה אל {number}</translation>
    </message>
    <message>
        <source>Will dial extension {number}</source>
        <translation>יחויג לשלוחה {number}</translation>
    </message>
    <message>
        <source>Will dial {number}</source>
        <translation>יחויג {number}</translation>
    </message>
    <message>
        <source>Will dial {number} as typed</source>
        <translation>יחויג {number} כפי שהוקלד</translation>
    </message>
    <message>
        <source>You are on a call. Dial anyway?</source>
        <translation>יש לך שיחה. לחייג בכל זאת?</translation>
    </message>
    <message>
        <source>You ended the call before {number} answered</source>
        <translation>ניתקת לפני ש-{number} נענה</translation>
    </message>
    <message>
        <source>Your extension may not start calls by click. Ask your administrator to allow it.</source>
        <translation>לשלוחה שלך אין הרשאה להתחיל שיחות בלחיצה. יש לבקש ממנהל המערכת לאפשר זאת.</translation>
    </message>
    <message>
        <source>Your phone has no call: {number} was hardly called</source>
        <translation>אין שיחה בטלפון שלך: כנראה לא חויג אל {number}</translation>
    </message>
    <message>
        <source>Your phone is not connected to Voicenter. Check that it is on and signed in.</source>
        <translation>הטלפון שלך לא מחובר ל-Voicenter. כדאי לבדוק שהוא דולק ומחובר.</translation>
    </message>
    <message>
        <source>Your phone is up, {number} comes next</source>
        <translation>הטלפון שלך נענה, הבא בתור הוא {number}</translation>
    </message>
    <message>
        <source>Your phone was not picked up, so {number} was not called</source>
        <translation>הטלפון שלך לא נענה, ולכן לא חויג אל {number}</translation>
    </message>
    <message>
        <source>Your phone will ring. Pick it up to be connected with {number}.</source>
        <translation>הטלפון שלך יצלצל. יש להרים כדי להתחבר אל {number}.</translation>
    </message>
    <message>
        <source>internet line</source>
        <translation>קו אינטרנט</translation>
    </message>
    <message>
        <source>landline</source>
        <translation>קו נייח</translation>
    </message>
    <message>
        <source>mobile</source>
        <translation>נייד</translation>
    </message>
    <message>
        <source>shared cost</source>
        <translation>עלות משותפת</translation>
    </message>
    <message>
        <source>the first of several numbers</source>
        <translation>הראשון מבין כמה מספרים</translation>
    </message>
    <message>
        <source>toll-free</source>
        <translation>חינם למתקשר</translation>
    </message>
    <message>
        <source>{country}, {line}</source>
        <translation>{country}, {line}</translation>
    </message>
    <message>
        <source>{number} could not be reached. Check the number.</source>
        <translation>לא ניתן היה להגיע אל {number}. כדאי לבדוק את המספר.</translation>
    </message>
    <message>
        <source>{number} did not answer</source>
        <translation>אין תשובה מ-{number}</translation>
    </message>
    <message>
        <source>{number} is an emergency number</source>
        <translation>{number} הוא מספר חירום</translation>
    </message>
    <message>
        <source>{number} is an emergency number. Call it?</source>
        <translation>{number} הוא מספר חירום. לחייג אליו?</translation>
    </message>
    <message>
        <source>{number} is busy</source>
        <translation>{number} תפוס</translation>
    </message>
    <message>
        <source>{number} may cost more than a usual call</source>
        <translation>{number} עשוי לעלות יותר משיחה רגילה</translation>
    </message>
    <message>
        <source>{number} may cost more than a usual call. Call it?</source>
        <translation>{number} עשוי לעלות יותר משיחה רגילה. לחייג אליו?</translation>
    </message>
    <message>
        <source>{number} was blocked from here. Call it anyway?</source>
        <translation>{number} נחסם מכאן. לחייג אליו בכל זאת?</translation>
    </message>
</context>
<context>
    <name>dry_run</name>
    <message>
        <source>Also: {reason}</source>
        <translation>וגם: {reason}</translation>
    </message>
    <message>
        <source>More than fits here is left out.</source>
        <translation>מה שלא נכנס כאן הושמט.</translation>
    </message>
    <message>
        <source>No link</source>
        <translation>אין קישור</translation>
    </message>
    <message>
        <source>No pop: nothing is known of this call</source>
        <translation>אין כרטיס: לא ידוע דבר על השיחה הזו</translation>
    </message>
    <message>
        <source>The call log keeps no names of callers; the call itself may have had one.</source>
        <translation>יומן השיחות לא שומר שמות של מתקשרים; ייתכן שלשיחה עצמה היה שם.</translation>
    </message>
    <message>
        <source>Title: {reason}</source>
        <translation>כותרת: {reason}</translation>
    </message>
    <message>
        <source>from the call log</source>
        <translation>מיומן השיחות</translation>
    </message>
    <message>
        <source>hidden: {labels}</source>
        <translation>מוסתר: {labels}</translation>
    </message>
    <message>
        <source>renamed: {labels}</source>
        <translation>שם אחר: {labels}</translation>
    </message>
    <message>
        <source>{key}: its rule finds no such value in this call</source>
        <translation>{key}: הכלל לא מוצא ערך כזה בשיחה הזו</translation>
    </message>
    <message>
        <source>{key}: its rule has a link, but the call no such value</source>
        <translation>{key}: לכלל יש קישור, אבל בשיחה אין ערך כזה</translation>
    </message>
    <message>
        <source>{key}: not shown, its rule hides it</source>
        <translation>{key}: לא מוצג, הכלל מסתיר אותו</translation>
    </message>
    <message>
        <source>{key}: not shown, the card is full</source>
        <translation>{key}: לא מוצג, הכרטיס מלא</translation>
    </message>
    <message>
        <source>{key}: not shown, the service&apos;s own</source>
        <translation>{key}: לא מוצג, נתון של השירות עצמו</translation>
    </message>
    <message>
        <source>{key}: shown as {label}, by its rule</source>
        <translation>{key}: מוצג בשם {label}, לפי הכלל</translation>
    </message>
    <message>
        <source>{key}: shown as {label}, no rule renames it</source>
        <translation>{key}: מוצג בשם {label}, אין כלל שמשנה את השם</translation>
    </message>
    <message>
        <source>{label} opens {host}</source>
        <translation>{label} פותח את {host}</translation>
    </message>
</context>
<context>
    <name>fault_words</name>
    <message>
        <source>A file of this program cannot be written.</source>
        <translation>אי אפשר לכתוב קובץ של התוכנה.</translation>
    </message>
    <message>
        <source>Another program holds the history on this PC.</source>
        <translation>תוכנה אחרת תופסת את ההיסטוריה במחשב הזה.</translation>
    </message>
    <message>
        <source>Ask IT about the proxy of this network.</source>
        <translation>יש לברר עם מחלקת המחשוב לגבי שרת הפרוקסי של הרשת.</translation>
    </message>
    <message>
        <source>Ask your administrator for the API code of your account.</source>
        <translation>בקשו ממנהל המערכת את קוד ה-API של הארגון.</translation>
    </message>
    <message>
        <source>Ask your administrator for the API code.</source>
        <translation>יש לבקש את קוד ה-API ממנהל המערכת.</translation>
    </message>
    <message>
        <source>Ask your administrator to add this network&apos;s address to the list.</source>
        <translation>יש לבקש ממנהל המערכת להוסיף את כתובת הרשת הזו לרשימה.</translation>
    </message>
    <message>
        <source>Check the free space and the rights of the folder.</source>
        <translation>יש לבדוק את המקום הפנוי ואת הרשאות התיקייה.</translation>
    </message>
    <message>
        <source>Check the name and the password, then sign in again.</source>
        <translation>יש לבדוק את השם והסיסמה ולהיכנס שוב.</translation>
    </message>
    <message>
        <source>Check the network and try again.</source>
        <translation>יש לבדוק את הרשת ולנסות שוב.</translation>
    </message>
    <message>
        <source>Check the network connection, then the server&apos;s address.</source>
        <translation>יש לבדוק את החיבור לרשת ואחר כך את כתובת השרת.</translation>
    </message>
    <message>
        <source>Check the rights of the file; until then no choice is kept.</source>
        <translation>בדוק את ההרשאות של הקובץ; עד אז שום בחירה לא תישמר.</translation>
    </message>
    <message>
        <source>Check the rights of the program&apos;s folder; until then nothing new is kept.</source>
        <translation>בדקו את ההרשאות של תיקיית התוכנה; עד אז לא יישמר דבר חדש.</translation>
    </message>
    <message>
        <source>Check the server&apos;s address; a proxy or a log-in page may stand in between.</source>
        <translation>יש לבדוק את כתובת השרת; ייתכן שפרוקסי או דף כניסה עומד באמצע.</translation>
    </message>
    <message>
        <source>Check this PC&apos;s clock, then ask IT whether a proxy inspects the connection.</source>
        <translation>יש לבדוק את השעון של המחשב ואחר כך לברר עם מחלקת המחשוב אם שרת פרוקסי בודק את החיבור.</translation>
    </message>
    <message>
        <source>Check what you asked for and try again.</source>
        <translation>יש לבדוק מה התבקש ולנסות שוב.</translation>
    </message>
    <message>
        <source>Close other programs that read it, then try again.</source>
        <translation>סגרו תוכנות אחרות שקוראות אותה ונסו שוב.</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>יש לתקן ולנסות שוב.</translation>
    </message>
    <message>
        <source>Free some space.</source>
        <translation>פנו מקום בדיסק.</translation>
    </message>
    <message>
        <source>It is sent again as soon as it can be.</source>
        <translation>הבקשה תישלח שוב ברגע שיתאפשר.</translation>
    </message>
    <message>
        <source>Keep the window open while you work.</source>
        <translation>כדאי להשאיר את החלון פתוח בזמן העבודה.</translation>
    </message>
    <message>
        <source>Let the system set the time by itself.</source>
        <translation>תנו למערכת לכוון את השעה בעצמה.</translation>
    </message>
    <message>
        <source>Look at your phone: nothing was changed.</source>
        <translation>כדאי להסתכל בטלפון: דבר לא השתנה.</translation>
    </message>
    <message>
        <source>Look before you try again.</source>
        <translation>כדאי לבדוק לפני שמנסים שוב.</translation>
    </message>
    <message>
        <source>Look through the settings. The old file is kept beside the new one.</source>
        <translation>עבור על ההגדרות. הקובץ הישן נשמר לצד החדש.</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>איש אינו מחובר.</translation>
    </message>
    <message>
        <source>Nobody knows whether this is recorded.</source>
        <translation>לא ידוע אם השיחה מוקלטת.</translation>
    </message>
    <message>
        <source>Nothing was sent: it was not needed any more.</source>
        <translation>דבר לא נשלח: כבר לא היה בכך צורך.</translation>
    </message>
    <message>
        <source>Sign in, then try again.</source>
        <translation>היכנסו ונסו שוב.</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>משהו השתבש.</translation>
    </message>
    <message>
        <source>Start the program again; it saves what can be read.</source>
        <translation>הפעילו את התוכנה מחדש; היא תציל את מה שניתן לקרוא.</translation>
    </message>
    <message>
        <source>Tell your administrator.</source>
        <translation>יידע את מנהל המערכת.</translation>
    </message>
    <message>
        <source>The answer was not one that Voicenter gives.</source>
        <translation>התשובה אינה תשובה של Voicenter.</translation>
    </message>
    <message>
        <source>The damaged file is kept beside the new one for a month.</source>
        <translation>הקובץ הפגום נשמר לצד החדש למשך חודש.</translation>
    </message>
    <message>
        <source>The disk is full, so nothing new is kept.</source>
        <translation>הדיסק מלא, ולכן לא נשמר דבר חדש.</translation>
    </message>
    <message>
        <source>The history on this PC cannot be read or written.</source>
        <translation>אי אפשר לקרוא או לכתוב את ההיסטוריה במחשב הזה.</translation>
    </message>
    <message>
        <source>The history on this PC is damaged.</source>
        <translation>ההיסטוריה במחשב הזה פגומה.</translation>
    </message>
    <message>
        <source>The history on this PC was damaged; what could be read was carried over.</source>
        <translation>ההיסטוריה במחשב הזה נפגמה; מה שניתן היה לקרוא הועבר.</translation>
    </message>
    <message>
        <source>The history on this PC was written by a newer version of this program.</source>
        <translation>ההיסטוריה במחשב הזה נכתבה בגרסה חדשה יותר של התוכנה.</translation>
    </message>
    <message>
        <source>The name of Voicenter&apos;s server could not be looked up.</source>
        <translation>לא ניתן היה לאתר את שם השרת של Voicenter.</translation>
    </message>
    <message>
        <source>The phone system says otherwise.</source>
        <translation>המרכזייה אומרת אחרת.</translation>
    </message>
    <message>
        <source>The proxy refused the connection.</source>
        <translation>שרת הפרוקסי דחה את החיבור.</translation>
    </message>
    <message>
        <source>The server could not prove that it is Voicenter.</source>
        <translation>השרת לא הצליח להוכיח שהוא Voicenter.</translation>
    </message>
    <message>
        <source>The server could not prove who it is.</source>
        <translation>השרת לא הצליח להוכיח את זהותו.</translation>
    </message>
    <message>
        <source>The service asks for a short pause.</source>
        <translation>השירות מבקש הפסקה קצרה.</translation>
    </message>
    <message>
        <source>The service cannot be reached.</source>
        <translation>אין גישה לשירות.</translation>
    </message>
    <message>
        <source>The service did not answer in time.</source>
        <translation>השירות לא ענה בזמן.</translation>
    </message>
    <message>
        <source>The service does not know this call.</source>
        <translation>השירות אינו מכיר את השיחה הזו.</translation>
    </message>
    <message>
        <source>The service reported a fault of its own.</source>
        <translation>השירות דיווח על תקלה אצלו.</translation>
    </message>
    <message>
        <source>The settings file cannot be read, so it is left as it is.</source>
        <translation>לא ניתן לקרוא את קובץ ההגדרות, ולכן הוא נשאר כפי שהוא.</translation>
    </message>
    <message>
        <source>This PC has no keyring that could keep the sign-in.</source>
        <translation>אין במחשב הזה מחזיק מפתחות שישמור את הכניסה.</translation>
    </message>
    <message>
        <source>This PC&apos;s clock is wrong.</source>
        <translation>השעון של המחשב הזה אינו נכון.</translation>
    </message>
    <message>
        <source>This desktop shows no notifications.</source>
        <translation>שולחן העבודה הזה אינו מציג התראות.</translation>
    </message>
    <message>
        <source>This desktop shows no tray icon.</source>
        <translation>שולחן העבודה הזה אינו מציג סמל במגש המערכת.</translation>
    </message>
    <message>
        <source>This input cannot be used.</source>
        <translation>אי אפשר להשתמש במה שהוזן.</translation>
    </message>
    <message>
        <source>This needs your account&apos;s API code.</source>
        <translation>לשם כך נדרש קוד ה-API של הארגון.</translation>
    </message>
    <message>
        <source>This network&apos;s proxy refused the connection.</source>
        <translation>שרת הפרוקסי של הרשת הזו דחה את החיבור.</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>יש לנסות שוב בעוד דקה.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>יש לנסות שוב.</translation>
    </message>
    <message>
        <source>Update this program; until then the history is left alone and nothing is kept.</source>
        <translation>עדכנו את התוכנה; עד אז ההיסטוריה תישאר כמות שהיא ולא יישמר דבר.</translation>
    </message>
    <message>
        <source>Voicenter asks for a pause between requests.</source>
        <translation>Voicenter מבקש הפסקה בין הבקשות.</translation>
    </message>
    <message>
        <source>Voicenter cannot be reached.</source>
        <translation>אין גישה ל-Voicenter.</translation>
    </message>
    <message>
        <source>Voicenter did not accept the API code.</source>
        <translation>Voicenter לא קיבל את קוד ה-API.</translation>
    </message>
    <message>
        <source>Voicenter did not accept this sign-in.</source>
        <translation>Voicenter לא קיבל את הכניסה הזו.</translation>
    </message>
    <message>
        <source>Voicenter did not answer in time; it may have been done all the same.</source>
        <translation>Voicenter לא ענה בזמן; ייתכן שהפעולה בוצעה בכל זאת.</translation>
    </message>
    <message>
        <source>Voicenter refused the request.</source>
        <translation>Voicenter דחה את הבקשה.</translation>
    </message>
    <message>
        <source>Voicenter reported a fault of its own.</source>
        <translation>Voicenter דיווח על תקלה אצלו.</translation>
    </message>
    <message>
        <source>Wait a few seconds, then try again.</source>
        <translation>יש להמתין כמה שניות ולנסות שוב.</translation>
    </message>
    <message>
        <source>You are signed in for this session only.</source>
        <translation>הכניסה היא רק לפעם הזו.</translation>
    </message>
    <message>
        <source>Your administrator&apos;s settings could not be read and are not used.</source>
        <translation>לא ניתן היה לקרוא את ההגדרות של מנהל המערכת, והן אינן בשימוש.</translation>
    </message>
    <message>
        <source>Your network is not on Voicenter&apos;s list.</source>
        <translation>הרשת שלך אינה ברשימה של Voicenter.</translation>
    </message>
    <message>
        <source>Your settings could not be read, so they begin anew.</source>
        <translation>לא ניתן היה לקרוא את ההגדרות שלך, ולכן הן מתחילות מחדש.</translation>
    </message>
</context>
<context>
    <name>folding</name>
    <message>
        <source>Hidden</source>
        <translation>מוסתר</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>מוצג</translation>
    </message>
</context>
<context>
    <name>history_dates</name>
    <message>
        <source>Any day</source>
        <translation>כל יום</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>מתאריך עד תאריך…</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 הימים האחרונים</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 הימים האחרונים</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>היום</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>אתמול</translation>
    </message>
</context>
<context>
    <name>history_words</name>
    <message>
        <source>Answered</source>
        <translation>נענתה</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>תפוס</translation>
    </message>
    <message>
        <source>Caller gave up</source>
        <translation>המתקשר ניתק</translation>
    </message>
    <message>
        <source>Dialled from the screen</source>
        <translation>חויגה מהמסך</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>נכשלה</translation>
    </message>
    <message>
        <source>From the call log</source>
        <translation>מיומן השיחות</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>נכנסת</translation>
    </message>
    <message>
        <source>Listened to</source>
        <translation>האזנה</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>לא נענתה</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>אין תשובה</translation>
    </message>
    <message>
        <source>Number not in use</source>
        <translation>המספר אינו בשימוש</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>יוצאת</translation>
    </message>
    <message>
        <source>Recovered from the call log</source>
        <translation>שוחזרה מיומן השיחות</translation>
    </message>
    <message>
        <source>Seen live</source>
        <translation>נראתה בזמן אמת</translation>
    </message>
    <message>
        <source>Taken by a colleague</source>
        <translation>נענתה על ידי עמית</translation>
    </message>
    <message>
        <source>Taken by {name}</source>
        <translation>נענתה על ידי {name}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>היום</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>הועברה</translation>
    </message>
    <message>
        <source>Voicemail</source>
        <translation>תא קולי</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>אתמול</translation>
    </message>
    <message>
        <source>You declined</source>
        <translation>דחית</translation>
    </message>
    <message>
        <source>queue {name}</source>
        <translation>תור {name}</translation>
    </message>
    <message>
        <source>talked {length}</source>
        <translation>דיברו {length}</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>עם הערה</translation>
    </message>
    <message>
        <source>with a recording</source>
        <translation>עם הקלטה</translation>
    </message>
    <message>
        <source>{day} {time}</source>
        <translation>{day} {time}</translation>
    </message>
    <message>
        <source>{length} with the wait</source>
        <translation>{length} כולל ההמתנה</translation>
    </message>
</context>
<context>
    <name>hotkey_words</name>
    <message>
        <source>Another program or the system has this combination. Choose another.</source>
        <translation>הצירוף הזה תפוס על ידי תוכנית אחרת או המערכת. בחרו אחר.</translation>
    </message>
    <message>
        <source>Go to the call</source>
        <translation>מעבר לשיחה</translation>
    </message>
    <message>
        <source>Mute or resume recording</source>
        <translation>השתקה או חידוש של ההקלטה</translation>
    </message>
    <message>
        <source>Show the number on the clipboard</source>
        <translation>הצגת המספר שבלוח</translation>
    </message>
    <message>
        <source>The desktop gives: {keys}</source>
        <translation>שולחן העבודה נותן: {keys}</translation>
    </message>
    <message>
        <source>The desktop took this key back. Open the settings again to ask for it.</source>
        <translation>שולחן העבודה לקח את המקש בחזרה. פתחו שוב את ההגדרות כדי לבקש אותו.</translation>
    </message>
    <message>
        <source>The desktop was not allowed to give this key. Clear it and set it again to be asked.</source>
        <translation>לא ניתן לשולחן העבודה אישור לתת את המקש. מחקו אותו והגדירו שוב כדי להישאל.</translation>
    </message>
    <message>
        <source>This combination cannot be used. Choose another.</source>
        <translation>אי אפשר להשתמש בצירוף הזה. בחרו אחר.</translation>
    </message>
    <message>
        <source>This combination is set twice. Choose another.</source>
        <translation>הצירוף הזה מוגדר פעמיים. בחרו אחר.</translation>
    </message>
    <message>
        <source>This keyboard has no such key. Choose another.</source>
        <translation>אין במקלדת הזאת מקש כזה. בחרו אחר.</translation>
    </message>
</context>
<context>
    <name>link_words</name>
    <message>
        <source>Link of {label}: a rule for custom data makes it</source>
        <translation>קישור של {label}: כלל לנתונים המותאמים יוצר אותו</translation>
    </message>
    <message>
        <source>Link of {label}: the value is a web address</source>
        <translation>קישור של {label}: הערך הוא כתובת אינטרנט</translation>
    </message>
    <message>
        <source>Links open when they are pressed, never by themselves</source>
        <translation>קישורים נפתחים בלחיצה, לעולם לא מעצמם</translation>
    </message>
    <message>
        <source>No link for {label}: its rule and the value make no web address</source>
        <translation>אין קישור עבור {label}: הכלל והערך אינם יוצרים כתובת אינטרנט</translation>
    </message>
    <message>
        <source>No link for {label}: the call brought no value for it</source>
        <translation>אין קישור עבור {label}: השיחה לא הביאה לו ערך</translation>
    </message>
    <message>
        <source>No link for {label}: the host {host} is not allowed</source>
        <translation>אין קישור עבור {label}: השרת {host} אינו מורשה</translation>
    </message>
    <message>
        <source>Nothing to open: no value is a web address, no rule makes a link</source>
        <translation>אין מה לפתוח: אף ערך אינו כתובת אינטרנט ואף כלל אינו יוצר קישור</translation>
    </message>
</context>
<context>
    <name>queue_words</name>
    <message>
        <source>Hidden number</source>
        <translation>מספר חסוי</translation>
    </message>
    <message>
        <source>Longest {time} · {level}</source>
        <translation>הארוך ביותר {time} · {level}</translation>
    </message>
    <message>
        <source>Nobody waits</source>
        <translation>אין ממתינים</translation>
    </message>
    <message>
        <source>Queue {number}</source>
        <translation>תור {number}</translation>
    </message>
    <message>
        <source>answered {answered} · gave up {abandoned}</source>
        <translation>נענו {answered} · ויתרו {abandoned}</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>תקין</translation>
    </message>
    <message>
        <source>long</source>
        <translation>ארוך</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>ארוך מדי</translation>
    </message>
    <message>
        <source>waited {time}</source>
        <translation>המתנה {time}</translation>
    </message>
    <message>
        <source>{caller}, waits {time} in {queue}, {level}</source>
        <translation>{caller}, ממתין {time} בתור {queue}, {level}</translation>
    </message>
</context>
<context>
    <name>settings_guard</name>
    <message>
        <source>Nothing here says which window is in front, so this has no effect.</source>
        <translation>אין כאן מה שאומר איזה חלון מלפנים, לכן אין לזה השפעה.</translation>
    </message>
    <message>
        <source>The system no longer says which window is in front.</source>
        <translation>המערכת כבר אינה אומרת איזה חלון מלפנים.</translation>
    </message>
    <message>
        <source>This desktop (Wayland) shows no program the windows of others, so this has no effect.</source>
        <translation>שולחן העבודה הזה (Wayland) אינו מראה לתוכנות חלונות של אחרות, לכן אין לזה השפעה.</translation>
    </message>
    <message>
        <source>Titles of windows cannot be seen here, so this has no effect.</source>
        <translation>אי אפשר לראות כאן כותרות של חלונות, לכן אין לזה השפעה.</translation>
    </message>
    <message>
        <source>macOS shows titles only with a permission that this program does not ask for, so this has no effect.</source>
        <translation>macOS מראה כותרות רק בהרשאה שהתוכנה הזו אינה מבקשת, לכן אין לזה השפעה.</translation>
    </message>
</context>
<context>
    <name>settings_sections</name>
    <message>
        <source>This desktop (Wayland) decides itself where windows stand: pops may be elsewhere, and below other windows.</source>
        <translation>שולחן העבודה הזה (Wayland) קובע בעצמו איפה חלונות נמצאים: כרטיסים קופצים עלולים להופיע במקום אחר ומתחת לחלונות אחרים.</translation>
    </message>
</context>
<context>
    <name>settings_support</name>
    <message>
        <source>API code</source>
        <translation>קוד API</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>שעון</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>הצפנה</translation>
    </message>
    <message>
        <source>How long the sign-in lasts</source>
        <translation>משך תוקף הכניסה</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>מחזיק המפתחות</translation>
    </message>
    <message>
        <source>Live events</source>
        <translation>אירועים חיים</translation>
    </message>
    <message>
        <source>Names of the servers</source>
        <translation>שמות השרתים</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>פרוטוקול</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>שרת פרוקסי</translation>
    </message>
    <message>
        <source>Recording control</source>
        <translation>בקרת ההקלטה</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>כניסה</translation>
    </message>
</context>
<context>
    <name>status_words</name>
    <message>
        <source>A status cannot be confirmed without the link</source>
        <translation>ללא חיבור אי אפשר לאשר סטטוס</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>זמין</translation>
    </message>
    <message>
        <source>Briefing</source>
        <translation>תדרוך</translation>
    </message>
    <message>
        <source>Logged out</source>
        <translation>מחוץ למערכת</translation>
    </message>
    <message>
        <source>Lunch</source>
        <translation>הפסקת צהריים</translation>
    </message>
    <message>
        <source>No extension of yours is followed</source>
        <translation>אין שלוחה שלך במעקב</translation>
    </message>
    <message>
        <source>Not connected: it may have changed.</source>
        <translation>אין חיבור: ייתכן שהשתנה.</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>אחר</translation>
    </message>
    <message>
        <source>Paperwork</source>
        <translation>עבודה משרדית</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>פרטי</translation>
    </message>
    <message>
        <source>Somebody else is signed in on this extension.</source>
        <translation>מישהו אחר מחובר לשלוחה הזאת.</translation>
    </message>
    <message>
        <source>Status {number}</source>
        <translation>סטטוס {number}</translation>
    </message>
    <message>
        <source>Team meeting</source>
        <translation>ישיבת צוות</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>הדרכה</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>לא ידוע</translation>
    </message>
    <message>
        <source>Voicenter does not know this extension.</source>
        <translation>Voicenter לא מכירה את השלוחה הזאת.</translation>
    </message>
    <message>
        <source>Voicenter does not say whose extension this is.</source>
        <translation>Voicenter לא אומרת של מי השלוחה הזאת.</translation>
    </message>
    <message>
        <source>Waiting until Voicenter confirms {status}.</source>
        <translation>ממתינים לאישור של Voicenter: {status}.</translation>
    </message>
    <message>
        <source>You asked for {status}, then another status was set for you.</source>
        <translation>ביקשת {status}, ואז הוגדר לך סטטוס אחר.</translation>
    </message>
    <message>
        <source>Your account does not use this status.</source>
        <translation>הסטטוס הזה לא בשימוש בחשבון שלך.</translation>
    </message>
    <message>
        <source>Your status was not changed to {status}. {reason}</source>
        <translation>הסטטוס לא שונה אל {status}. {reason}</translation>
    </message>
    <message>
        <source>{status} at {time}</source>
        <translation>{status} ב-{time}</translation>
    </message>
    <message>
        <source>{status} is not confirmed yet.</source>
        <translation>{status}: עדיין לא אושר.</translation>
    </message>
    <message>
        <source>{status} is not confirmed yet: Voicenter agreed, but does not show it so far.</source>
        <translation>{status}: עדיין לא אושר. Voicenter הסכימה, אבל עוד לא מציגה זאת.</translation>
    </message>
    <message>
        <source>{status} is not confirmed yet: no clear answer came. It may have been set.</source>
        <translation>{status}: עדיין לא אושר. לא התקבלה תשובה ברורה, וייתכן שהסטטוס הוגדר.</translation>
    </message>
    <message>
        <source>{status} since {time}</source>
        <translation>{status} מאז {time}</translation>
    </message>
    <message>
        <source>{status} was set on {done}, but not on {rest}. {reason}</source>
        <translation>{status} הוגדר ב-{done}, אבל לא ב-{rest}. {reason}</translation>
    </message>
    <message>
        <source>{status} was set on {done}. For {rest} no clear answer came: it may have been set, too.</source>
        <translation>{status} הוגדר ב-{done}. לגבי {rest} לא התקבלה תשובה ברורה: ייתכן שהוא הוגדר גם שם.</translation>
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
        <translation>ישירה</translation>
    </message>
    <message>
        <source>No status</source>
        <translation>ללא סטטוס</translation>
    </message>
    <message>
        <source>Not shown to you</source>
        <translation>לא מוצג לכם</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>יוצאת</translation>
    </message>
    <message>
        <source>Queue {number}</source>
        <translation>תור {number}</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>מנותק</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>מועדף</translation>
    </message>
    <message>
        <source>for {length}</source>
        <translation>במשך {length}</translation>
    </message>
    <message>
        <source>{count} d</source>
        <translation>{count} ימים</translation>
    </message>
    <message>
        <source>{number} · you</source>
        <translation>{number} · את/ה</translation>
    </message>
    <message>
        <source>{state} · {calls} calls</source>
        <translation>{state} · {calls} שיחות</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Answered</source>
        <translation>נענתה</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>תפוס</translation>
    </message>
    <message>
        <source>Call failed</source>
        <translation>השיחה נכשלה</translation>
    </message>
    <message>
        <source>Caller gave up</source>
        <translation>המתקשר ניתק</translation>
    </message>
    <message>
        <source>Calling the customer</source>
        <translation>מתקשר ללקוח</translation>
    </message>
    <message>
        <source>Calling your phone</source>
        <translation>מתקשר לטלפון שלך</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>מחובר</translation>
    </message>
    <message>
        <source>Connected · {server}</source>
        <translation>מחובר · {server}</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>מתחבר</translation>
    </message>
    <message>
        <source>Dialling</source>
        <translation>מחייג</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>הסתיימה</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>נכשלה</translation>
    </message>
    <message>
        <source>Hidden number</source>
        <translation>מספר חסוי</translation>
    </message>
    <message>
        <source>May be recording</source>
        <translation>אולי מוקלטת</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>לא נענתה</translation>
    </message>
    <message>
        <source>Muted {time}</source>
        <translation>מושתקת {time}</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>אין מענה</translation>
    </message>
    <message>
        <source>Not connected {began} to {ended}.</source>
        <translation>לא היה חיבור מ-{began} עד {ended}.</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>לא מוקלטת</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>אין חיבור</translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation>אין חיבור מאז {time}</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>בהמתנה</translation>
    </message>
    <message>
        <source>Polling, slower</source>
        <translation>בדיקה תקופתית, איטי יותר</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>מתחבר מחדש</translation>
    </message>
    <message>
        <source>Reconnecting in {count} s</source>
        <translation>מתחבר מחדש בעוד {count} שנ׳</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>מוקלטת</translation>
    </message>
    <message>
        <source>Recording muted</source>
        <translation>ההקלטה מושתקת</translation>
    </message>
    <message>
        <source>Reported muted</source>
        <translation>דווחה כמושתקת</translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>מצלצל</translation>
    </message>
    <message>
        <source>Ringing stopped</source>
        <translation>הצלצול הפסיק</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>מחוץ לחשבון</translation>
    </message>
    <message>
        <source>Still muted</source>
        <translation>עדיין מושתקת</translation>
    </message>
    <message>
        <source>Still muted for {time}. Resume?</source>
        <translation>עדיין מושתקת כבר {time}. לחדש?</translation>
    </message>
    <message>
        <source>Still recording</source>
        <translation>עדיין מוקלטת</translation>
    </message>
    <message>
        <source>Taken by a colleague</source>
        <translation>נענתה על ידי עמית</translation>
    </message>
    <message>
        <source>Taken by {name}</source>
        <translation>נענתה על ידי {name}</translation>
    </message>
    <message>
        <source>Talking</source>
        <translation>בשיחה</translation>
    </message>
    <message>
        <source>The call log could not be asked about your calls of that time.</source>
        <translation>לא ניתן היה לבדוק ביומן השיחות את השיחות שלך מהזמן הזה.</translation>
    </message>
    <message>
        <source>The call log shows no other calls of yours in that time.</source>
        <translation>ביומן השיחות אין שיחות נוספות שלך מהזמן הזה.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>היום</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>הועברה</translation>
    </message>
    <message>
        <source>Will be recorded</source>
        <translation>תוקלט</translation>
    </message>
    <message>
        <source>Without the API code your calls of that time cannot be looked up.</source>
        <translation>ללא קוד ה-API אי אפשר לבדוק את השיחות שלך מהזמן הזה.</translation>
    </message>
    <message>
        <source>You are signed in on extension {sip}.</source>
        <translation>החיבור שלך הוא בשלוחה {sip}.</translation>
    </message>
    <message>
        <source>You declined</source>
        <translation>דחית</translation>
    </message>
    <message>
        <source>Your calls of that time are looked up in the call log in a few minutes.</source>
        <translation>השיחות שלך מהזמן הזה ייבדקו ביומן השיחות בעוד כמה דקות.</translation>
    </message>
    <message>
        <source>Your phone is up</source>
        <translation>הטלפון שלך הורם</translation>
    </message>
    <message>
        <source>a contact has this number</source>
        <translation>יש איש קשר עם המספר הזה</translation>
    </message>
    <message>
        <source>an extension of your organisation</source>
        <translation>שלוחה בארגון שלך</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d.M</translation>
    </message>
    <message>
        <source>first seen in the middle of the call</source>
        <translation>נראתה לראשונה באמצע השיחה</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>קו {number}</translation>
    </message>
    <message>
        <source>no name came with the call</source>
        <translation>לא הגיע שם עם השיחה</translation>
    </message>
    <message>
        <source>rang {length}</source>
        <translation>צלצל {length}</translation>
    </message>
    <message>
        <source>recovered from the call log</source>
        <translation>שוחזרה מיומן השיחות</translation>
    </message>
    <message>
        <source>talked {time}</source>
        <translation>שיחה של {time}</translation>
    </message>
    <message>
        <source>the call brought only the queue&apos;s name</source>
        <translation>עם השיחה הגיע רק שם התור</translation>
    </message>
    <message>
        <source>the call brought the number as its name</source>
        <translation>המספר הגיע בתור שם</translation>
    </message>
    <message>
        <source>the caller hides the number</source>
        <translation>המתקשר מסתיר את המספר</translation>
    </message>
    <message>
        <source>the name came with the call</source>
        <translation>השם הגיע עם השיחה</translation>
    </message>
    <message>
        <source>you</source>
        <translation>את/ה</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} דק׳</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} שנ׳</translation>
    </message>
    <message>
        <source>{day} {time}</source>
        <translation>{day} {time}</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} ש׳ {minutes} דק׳</translation>
    </message>
    <message>
        <source>{name} is signed in on your extension.</source>
        <translation>השלוחה שלך בשימוש של {name}.</translation>
    </message>
</context>
</TS>
