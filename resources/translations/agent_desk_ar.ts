<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_EG">
<context>
    <name>ApiCodePanel</name>
    <message>
        <source>API code</source>
        <translation>رمز API</translation>
    </message>
    <message>
        <source>API code needed</source>
        <translation>مطلوب رمز API</translation>
    </message>
    <message>
        <source>Copy a message for the administrator</source>
        <translation>نسخ رسالة إلى مسؤول النظام</translation>
    </message>
    <message>
        <source>Enter the API code</source>
        <translation>يرجى إدخال رمز API</translation>
    </message>
    <message>
        <source>Hello, I take calls with agent_desk on Voicenter. Please send me the API code of our account. The program needs it to show recent calls and to block numbers.</source>
        <translation>مرحبًا، أستقبل المكالمات على Voicenter باستخدام agent_desk. أرجو إرسال رمز API الخاص بحسابنا. يحتاج إليه البرنامج لعرض المكالمات الأخيرة ولحظر الأرقام.</translation>
    </message>
    <message>
        <source>Keep the code</source>
        <translation>الاحتفاظ بالرمز</translation>
    </message>
    <message>
        <source>Kept in the system keyring, never in a file</source>
        <translation>يُحفظ في حافظة مفاتيح النظام، وليس في ملف</translation>
    </message>
    <message>
        <source>Message copied</source>
        <translation>نُسخت الرسالة</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>ليس الآن</translation>
    </message>
    <message>
        <source>Recent calls and blocking need the API code of your account. Your administrator has it.</source>
        <translation>تحتاج المكالمات الأخيرة والحظر إلى رمز API الخاص بحسابك. تجده لدى مسؤول النظام.</translation>
    </message>
    <message>
        <source>Use this code</source>
        <translation>استخدام هذا الرمز</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Appearance</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>مثل النظام</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>حركة أقل</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>On</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>The windows speak this language from the next start on.</source>
        <translation>تظهر النوافذ بهذه اللغة بدءًا من التشغيل التالي.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>السمة</translation>
    </message>
</context>
<context>
    <name>AutostartSection</name>
    <message>
        <source>Start</source>
        <translation>البدء</translation>
    </message>
    <message>
        <source>Start when I log in to this PC</source>
        <translation>البدء عند تسجيل دخولي إلى هذا الجهاز</translation>
    </message>
</context>
<context>
    <name>BlockConfirm</name>
    <message>
        <source>Block number</source>
        <translation>حظر الرقم</translation>
    </message>
    <message>
        <source>Block {number}?</source>
        <translation>هل تريد حظر {number}؟</translation>
    </message>
    <message>
        <source>Blocking…</source>
        <translation>جارٍ الحظر…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Nobody in your organisation can be connected to call this number. Whether its own calls are refused is decided in the phone system&apos;s menus.</source>
        <translation>لن يتمكن أحد في مؤسستك من الاتصال بهذا الرقم. أما رفض المكالمات الواردة منه فيُحدَّد في قوائم المقسم.</translation>
    </message>
</context>
<context>
    <name>BlockFeedback</name>
    <message>
        <source>Blocked {number}</source>
        <translation>حُظر {number}</translation>
    </message>
    <message>
        <source>Not confirmed that {number} is blocked: {reason}</source>
        <translation>لم يتأكد حظر {number}: {reason}</translation>
    </message>
    <message>
        <source>Not confirmed that {number} is unblocked: {reason}</source>
        <translation>لم يتأكد إلغاء حظر {number}: {reason}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Unblocked {number}</source>
        <translation>أُلغي حظر {number}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>{number} was not changed: {reason}</source>
        <translation>لم يتغير {number}: {reason}</translation>
    </message>
</context>
<context>
    <name>CallCommands</name>
    <message>
        <source>Block the caller…</source>
        <translation>حظر المتصل…</translation>
    </message>
    <message>
        <source>Blocked already</source>
        <translation>محظور بالفعل</translation>
    </message>
    <message>
        <source>CRM customer browser</source>
        <translation>CRM عميل متصفح</translation>
    </message>
    <message>
        <source>Copy the caller&apos;s number</source>
        <translation>نسخ رقم المتصل</translation>
    </message>
    <message>
        <source>Dismiss the ended call</source>
        <translation>إغلاق المكالمة المنتهية</translation>
    </message>
    <message>
        <source>It stays muted until you resume it</source>
        <translation>يبقى مكتومًا حتى تستأنفه</translation>
    </message>
    <message>
        <source>No call has just ended</source>
        <translation>لا توجد مكالمة انتهت للتو</translation>
    </message>
    <message>
        <source>No link came with this call</source>
        <translation>لم يرد رابط مع هذه المكالمة</translation>
    </message>
    <message>
        <source>Open the call&apos;s link</source>
        <translation>فتح رابط المكالمة</translation>
    </message>
    <message>
        <source>Show more or less of the card</source>
        <translation>عرض المزيد أو الأقل من البطاقة</translation>
    </message>
    <message>
        <source>Stay muted for longer</source>
        <translation>إبقاء الكتم مدة أطول</translation>
    </message>
    <message>
        <source>The call is over</source>
        <translation>انتهت المكالمة</translation>
    </message>
    <message>
        <source>The number is hidden</source>
        <translation>الرقم مخفي</translation>
    </message>
    <message>
        <source>The recording is muted already</source>
        <translation>التسجيل مكتوم بالفعل</translation>
    </message>
    <message>
        <source>The recording is not muted</source>
        <translation>التسجيل غير مكتوم</translation>
    </message>
    <message>
        <source>The service is being asked</source>
        <translation>جارٍ سؤال الخدمة</translation>
    </message>
    <message>
        <source>This call is not recorded</source>
        <translation>هذه المكالمة غير مسجَّلة</translation>
    </message>
    <message>
        <source>This is an extension of your organisation</source>
        <translation>هذه تحويلة من مؤسستك</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>كتابة ملاحظة</translation>
    </message>
    <message>
        <source>blacklist</source>
        <translation>القائمة السوداء</translation>
    </message>
    <message>
        <source>close card</source>
        <translation>إغلاق البطاقة</translation>
    </message>
    <message>
        <source>countdown automatic resume later</source>
        <translation>عد تنازلي استئناف تلقائي لاحقًا</translation>
    </message>
    <message>
        <source>details fields custom data</source>
        <translation>تفاصيل حقول بيانات مخصصة</translation>
    </message>
    <message>
        <source>phone clipboard</source>
        <translation>هاتف حافظة</translation>
    </message>
    <message>
        <source>remark comment</source>
        <translation>تعليق تدوين</translation>
    </message>
    <message>
        <source>silence pause stop recording</source>
        <translation>إسكات إيقاف مؤقت تسجيل</translation>
    </message>
    <message>
        <source>unmute record again</source>
        <translation>إلغاء الكتم تسجيل مجددًا</translation>
    </message>
</context>
<context>
    <name>CallNotes</name>
    <message>
        <source>Incoming call</source>
        <translation>مكالمة واردة</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>مكالمة فائتة</translation>
    </message>
    <message>
        <source>Show window</source>
        <translation>إظهار النافذة</translation>
    </message>
</context>
<context>
    <name>CallerCard</name>
    <message>
        <source>Block</source>
        <translation>حظر</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>محظور</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>مؤكَّد</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>No longer pinned</source>
        <translation>لم تعد مثبّتة</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Pinned: the card stays after the call</source>
        <translation>مثبّتة: تبقى البطاقة بعد المكالمة</translation>
    </message>
    <message>
        <source>Recent calls</source>
        <translation>المكالمات الأخيرة</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>إعادة عرض</translation>
    </message>
    <message>
        <source>Show card</source>
        <translation>عرض البطاقة</translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>حتى {time}</translation>
    </message>
</context>
<context>
    <name>ChooseExtensionPage</name>
    <message>
        <source>Calls pop for the extensions you tick here. The choice is kept for this sign-in.</source>
        <translation>تظهر المكالمات للتحويلات التي تحددها هنا. يُحفظ الاختيار لهذا الحساب.</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>التحويلات</translation>
    </message>
    <message>
        <source>Name or extension</source>
        <translation>الاسم أو التحويلة</translation>
    </message>
    <message>
        <source>No extension matches</source>
        <translation>لا توجد تحويلة مطابقة</translation>
    </message>
    <message>
        <source>Search extensions</source>
        <translation>البحث في التحويلات</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message numerus="yes">
        <source>Use %n extensions</source>
        <translation>
            <numerusform>عدم استخدام أي تحويلة</numerusform>
            <numerusform>استخدام تحويلة واحدة</numerusform>
            <numerusform>استخدام تحويلتين</numerusform>
            <numerusform>استخدام %n تحويلات</numerusform>
            <numerusform>استخدام %n تحويلة</numerusform>
            <numerusform>استخدام %n تحويلة</numerusform>
        </translation>
    </message>
    <message>
        <source>Use this extension</source>
        <translation>استخدام هذه التحويلة</translation>
    </message>
    <message>
        <source>Which extension is yours?</source>
        <translation>ما هي تحويلتك؟</translation>
    </message>
</context>
<context>
    <name>ClosingLine</name>
    <message>
        <source>Closes in {count} s, stays while the pointer is on it</source>
        <translation>تُغلق بعد {count} ث، وتبقى ما دام المؤشر عليها</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Dismiss this card</source>
        <translation>إغلاق هذه البطاقة</translation>
    </message>
    <message>
        <source>Pinned: stays until it is dismissed</source>
        <translation>مثبّتة: تبقى حتى تُغلق</translation>
    </message>
    <message>
        <source>Stays until it is dismissed</source>
        <translation>تبقى حتى إغلاقها</translation>
    </message>
    <message>
        <source>Stays until its note is saved or you sign out</source>
        <translation>تبقى حتى تُحفظ ملاحظتها أو تسجّل الخروج</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n calls</source>
        <translation>
            <numerusform>لا مكالمات</numerusform>
            <numerusform>مكالمة واحدة</numerusform>
            <numerusform>مكالمتان</numerusform>
            <numerusform>%n مكالمات</numerusform>
            <numerusform>%n مكالمة</numerusform>
            <numerusform>%n مكالمة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls were recovered from the call log.</source>
        <translation>
            <numerusform>لم تُستعد أي مكالمة من سجل المكالمات.</numerusform>
            <numerusform>استُعيدت مكالمة واحدة من سجل المكالمات.</numerusform>
            <numerusform>استُعيدت مكالمتان من سجل المكالمات.</numerusform>
            <numerusform>استُعيدت %n مكالمات من سجل المكالمات.</numerusform>
            <numerusform>استُعيدت %n مكالمة من سجل المكالمات.</numerusform>
            <numerusform>استُعيدت %n مكالمة من سجل المكالمات.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n filters</source>
        <translation>
            <numerusform>بلا تصفية</numerusform>
            <numerusform>تصفية واحدة</numerusform>
            <numerusform>تصفيتان</numerusform>
            <numerusform>%n تصفيات</numerusform>
            <numerusform>%n تصفية</numerusform>
            <numerusform>%n تصفية</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more fields</source>
        <translation>
            <numerusform>لا حقول أخرى</numerusform>
            <numerusform>حقل آخر</numerusform>
            <numerusform>حقلان آخران</numerusform>
            <numerusform>%n حقول أخرى</numerusform>
            <numerusform>%n حقلًا آخر</numerusform>
            <numerusform>%n حقل آخر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {total} calls</source>
        <translation>
            <numerusform>%n من {total} مكالمة</numerusform>
            <numerusform>%n من {total} مكالمة</numerusform>
            <numerusform>%n من {total} مكالمة</numerusform>
            <numerusform>%n من {total} مكالمة</numerusform>
            <numerusform>%n من {total} مكالمة</numerusform>
            <numerusform>%n من {total} مكالمة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outcomes</source>
        <translation>
            <numerusform>بلا نتائج</numerusform>
            <numerusform>نتيجة واحدة</numerusform>
            <numerusform>نتيجتان</numerusform>
            <numerusform>%n نتائج</numerusform>
            <numerusform>%n نتيجة</numerusform>
            <numerusform>%n نتيجة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayRange</name>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
</context>
<context>
    <name>DeskAside</name>
    <message>
        <source>Dial</source>
        <translation>اتصال</translation>
    </message>
</context>
<context>
    <name>DeskCommands</name>
    <message>
        <source>Ask for my recent calls again</source>
        <translation>طلب مكالماتي الأخيرة مجددًا</translation>
    </message>
    <message>
        <source>Choose my extension again</source>
        <translation>اختيار تحويلتي مجددًا</translation>
    </message>
    <message>
        <source>Chosen already</source>
        <translation>مختار بالفعل</translation>
    </message>
    <message>
        <source>Connecting right now</source>
        <translation>جارٍ الاتصال الآن</translation>
    </message>
    <message>
        <source>Enter the API code</source>
        <translation>إدخال رمز API</translation>
    </message>
    <message>
        <source>Settings: {section}</source>
        <translation>الإعدادات: {section}</translation>
    </message>
    <message>
        <source>Show all commands</source>
        <translation>عرض كل الأوامر</translation>
    </message>
    <message>
        <source>Show the desk</source>
        <translation>الانتقال إلى المكالمات</translation>
    </message>
    <message>
        <source>The connection is up</source>
        <translation>الاتصال قائم</translation>
    </message>
    <message>
        <source>Theme: {theme}</source>
        <translation>السمة: {theme}</translation>
    </message>
    <message>
        <source>This sign-in sees no other extensions</source>
        <translation>هذا الدخول لا يرى تحويلات أخرى</translation>
    </message>
    <message>
        <source>Try to connect now</source>
        <translation>محاولة الاتصال بالخدمة الآن</translation>
    </message>
    <message>
        <source>colours appearance</source>
        <translation>ألوان مظهر</translation>
    </message>
    <message>
        <source>current calls home</source>
        <translation>المكالمات الجارية الرئيسية</translation>
    </message>
    <message>
        <source>exit close program</source>
        <translation>خروج إغلاق</translation>
    </message>
    <message>
        <source>key permission</source>
        <translation>مفتاح صلاحية</translation>
    </message>
    <message>
        <source>log off leave account</source>
        <translation>مغادرة الحساب</translation>
    </message>
    <message>
        <source>phone seat line</source>
        <translation>هاتف مقعد خط</translation>
    </message>
    <message>
        <source>preferences options</source>
        <translation>تفضيلات خيارات</translation>
    </message>
    <message>
        <source>reconnect network offline</source>
        <translation>إعادة الاتصال الشبكة انقطاع</translation>
    </message>
    <message>
        <source>refresh reload call log</source>
        <translation>تحديث سجل المكالمات</translation>
    </message>
</context>
<context>
    <name>DeskHeader</name>
    <message>
        <source>API code…</source>
        <translation>رمز API…</translation>
    </message>
    <message>
        <source>All commands…</source>
        <translation>كل الأوامر…</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>جارٍ الاتصال</translation>
    </message>
    <message>
        <source>Extension {sip}</source>
        <translation>تحويلة {sip}</translation>
    </message>
    <message>
        <source>Extensions {sips}</source>
        <translation>تحويلات {sips}</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>القائمة</translation>
    </message>
    <message>
        <source>My extensions…</source>
        <translation>تحويلاتي…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء البرنامج</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>إعادة عرض</translation>
    </message>
    <message>
        <source>Replay ended</source>
        <translation>انتهت إعادة العرض</translation>
    </message>
    <message>
        <source>Replay of {file}</source>
        <translation>إعادة عرض {file}</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n events</source>
        <translation>
            <numerusform>{done} من أصل لا أحداث</numerusform>
            <numerusform>{done} من أصل حدث واحد</numerusform>
            <numerusform>{done} من أصل حدثين</numerusform>
            <numerusform>{done} من أصل %n أحداث</numerusform>
            <numerusform>{done} من أصل %n حدثًا</numerusform>
            <numerusform>{done} من أصل %n حدث</numerusform>
        </translation>
    </message>
    <message>
        <source>{extension} · this session only</source>
        <translation>{extension} · لهذه الجلسة فقط</translation>
    </message>
</context>
<context>
    <name>DeskPage</name>
    <message>
        <source>Choose my extension</source>
        <translation>اختيار تحويلتي</translation>
    </message>
    <message>
        <source>Current calls</source>
        <translation>المكالمات الجارية</translation>
    </message>
    <message>
        <source>No call right now</source>
        <translation>لا توجد مكالمة الآن</translation>
    </message>
    <message>
        <source>These calls are over. In a replay nothing can be muted, blocked or looked up.</source>
        <translation>هذه المكالمات انتهت. في إعادة العرض لا يمكن كتم شيء أو حظره أو البحث عنه.</translation>
    </message>
    <message>
        <source>You answer on your phone</source>
        <translation>الرد يكون من هاتفك</translation>
    </message>
</context>
<context>
    <name>DiagnosticsSection</name>
    <message>
        <source>Administrator&apos;s settings</source>
        <translation>إعدادات المسؤول</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>الاتصال</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>التشخيص</translation>
    </message>
    <message>
        <source>History and notes</source>
        <translation>السجل والملاحظات</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>ملف السجل</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>يعمل على</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>What is copied holds no password, no number and no name of a person.</source>
        <translation>لا يحتوي ما يُنسخ على كلمة مرور أو رقم أو اسم شخص.</translation>
    </message>
</context>
<context>
    <name>DialCommands</name>
    <message>
        <source>Call the caller back</source>
        <translation>معاودة الاتصال بالمتصل</translation>
    </message>
    <message>
        <source>Dial a number</source>
        <translation>الاتصال برقم</translation>
    </message>
    <message>
        <source>Hang up the call I started</source>
        <translation>إنهاء المكالمة التي بدأتها</translation>
    </message>
    <message>
        <source>No call was started from here</source>
        <translation>لم تبدأ مكالمة من هنا</translation>
    </message>
    <message>
        <source>call phone field</source>
        <translation>اتصال هاتف حقل</translation>
    </message>
    <message>
        <source>end terminate</source>
        <translation>إنهاء قطع</translation>
    </message>
    <message>
        <source>return dial again</source>
        <translation>معاودة اتصال مجددًا</translation>
    </message>
</context>
<context>
    <name>DialField</name>
    <message>
        <source>Call</source>
        <translation>اتصال</translation>
    </message>
    <message>
        <source>Number to call</source>
        <translation>رقم للاتصال</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>خيارات</translation>
    </message>
</context>
<context>
    <name>DialLine</name>
    <message>
        <source>Call it</source>
        <translation>اتصل به</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Dial again</source>
        <translation>اتصل مجددًا</translation>
    </message>
    <message>
        <source>Dial anyway</source>
        <translation>اتصل على أي حال</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>End all calls</source>
        <translation>إنهاء كل المكالمات</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>إنهاء المكالمة</translation>
    </message>
</context>
<context>
    <name>DialOptionsPart</name>
    <message>
        <source>As usual</source>
        <translation>كالمعتاد</translation>
    </message>
    <message>
        <source>My phone answers by itself</source>
        <translation>هاتفي يجيب تلقائيًا</translation>
    </message>
    <message>
        <source>Not a phone number of your account</source>
        <translation>ليس رقم هاتف من حسابك</translation>
    </message>
    <message>
        <source>Number that the customer sees</source>
        <translation>الرقم الذي يراه العميل</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>On</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>التسجيل</translation>
    </message>
</context>
<context>
    <name>DryRunSection</name>
    <message>
        <source>Look again</source>
        <translation>التحقق من جديد</translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>لا توجد مكالمات بعد</translation>
    </message>
    <message>
        <source>Number of calls</source>
        <translation>عدد المكالمات</translation>
    </message>
    <message>
        <source>Take a call, or make one, and look again: it is listed here.</source>
        <translation>استقبل مكالمة أو أجرِ واحدة، ثم تحقق من جديد: ستظهر هنا.</translation>
    </message>
    <message>
        <source>What would have popped</source>
        <translation>ما الذي كان سينبثق</translation>
    </message>
    <message>
        <source>With the API code (see Sign-in) the calls of the last week are here, too.</source>
        <translation>مع رمز API (انظر تسجيل الدخول) تظهر هنا أيضًا مكالمات الأسبوع الماضي.</translation>
    </message>
    <message>
        <source>Your last calls, with the cards that the custom data above, saved or not, would give them. Open a call to read why.</source>
        <translation>مكالماتك الأخيرة مع البطاقات التي كانت ستحصل عليها وفق البيانات المخصّصة أعلاه، محفوظة كانت أم لا. افتح مكالمة لتقرأ السبب.</translation>
    </message>
</context>
<context>
    <name>ExportMenu</name>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>For programs (JSON)</source>
        <translation>للبرامج (JSON)</translation>
    </message>
    <message>
        <source>Save the calls that are shown</source>
        <translation>حفظ المكالمات المعروضة</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>جدول (CSV)</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Fewer fields</source>
        <translation>حقول أقل</translation>
    </message>
</context>
<context>
    <name>GaveUpList</name>
    <message>
        <source>Callers who gave up</source>
        <translation>متصلون تخلّوا عن الانتظار</translation>
    </message>
    <message>
        <source>Enter calls back, Delete says that it is done.</source>
        <translation>مفتاح Enter يعاود الاتصال، وDelete يعلّم بأنه تم.</translation>
    </message>
</context>
<context>
    <name>GivenLine</name>
    <message>
        <source>Set by your administrator; you can choose otherwise.</source>
        <translation>حدّده المسؤول؛ يمكنك اختيار غيره.</translation>
    </message>
</context>
<context>
    <name>GuardBand</name>
    <message>
        <source>resumes at {time}</source>
        <translation>يُستأنف عند {time}</translation>
    </message>
</context>
<context>
    <name>GuardNotice</name>
    <message>
        <source>Recording resumes in {time}</source>
        <translation>يُستأنف التسجيل بعد {time}</translation>
    </message>
    <message>
        <source>Stay muted for {count} s more</source>
        <translation>إبقاء الكتم {count} ثانية أخرى</translation>
    </message>
    <message>
        <source>{more} s</source>
        <translation>{more} ث</translation>
    </message>
</context>
<context>
    <name>GuardPart</name>
    <message>
        <source>Dismiss</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Dismiss the warning</source>
        <translation>إغلاق التحذير</translation>
    </message>
    <message>
        <source>Muted by somebody else, or before this program was started.</source>
        <translation>كُتم من شخص آخر، أو قبل تشغيل هذا البرنامج.</translation>
    </message>
    <message>
        <source>Muting works without the link: the service&apos;s answer confirms it, no event will.</source>
        <translation>يعمل الكتم دون الاتصال: يؤكده رد الخدمة، ولن يؤكده حدث.</translation>
    </message>
    <message>
        <source>This is a replay: there is no call to mute.</source>
        <translation>هذه إعادة عرض: لا توجد مكالمة لكتمها.</translation>
    </message>
</context>
<context>
    <name>GuardSection</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n يوم</numerusform>
            <numerusform>يوم واحد</numerusform>
            <numerusform>يومان</numerusform>
            <numerusform>%n أيام</numerusform>
            <numerusform>%n يومًا</numerusform>
            <numerusform>%n يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>A number of seconds from {least} to {most}.</source>
        <translation>عدد من الثواني بين {least} و{most}.</translation>
    </message>
    <message>
        <source>A part of the title is enough; with * for anything it is the whole title. Capital letters make no difference. Titles are compared here and kept nowhere.</source>
        <translation>يكفي جزء من العنوان؛ ومع * بدل أي نص يكون العنوان كاملًا. لا فرق بين الأحرف الكبيرة والصغيرة. تُقارن العناوين هنا ولا تُحفظ.</translation>
    </message>
    <message>
        <source>After another time</source>
        <translation>بعد مدة أخرى</translation>
    </message>
    <message>
        <source>Any program that runs under your name can then mute and resume your calls, and see whether they are muted; never who calls.</source>
        <translation>يستطيع حينها أي برنامج يعمل باسمك كتم تسجيل مكالماتك واستئنافه ومعرفة إن كان مكتومًا؛ لكن ليس من المتصل أبدًا.</translation>
    </message>
    <message>
        <source>Card details*</source>
        <translation>بيانات البطاقة*</translation>
    </message>
    <message>
        <source>Edge around the screen while muted</source>
        <translation>إطار حول الشاشة أثناء الكتم</translation>
    </message>
    <message>
        <source>Export the ledger…</source>
        <translation>تصدير السجل…</translation>
    </message>
    <message>
        <source>It says when and by what each recording was muted, whether the service confirmed it, and when and why it went on; no names, no numbers.</source>
        <translation>يذكر متى كُتم كل تسجيل وبماذا، وهل أكدته الخدمة، ومتى استؤنف ولماذا؛ دون أسماء ودون أرقام.</translation>
    </message>
    <message>
        <source>Keep the ledger of mutes for</source>
        <translation>الاحتفاظ بسجل الكتم لمدة</translation>
    </message>
    <message>
        <source>Let programs on this PC mute and resume</source>
        <translation>السماح لبرامج هذا الحاسوب بالكتم والاستئناف</translation>
    </message>
    <message>
        <source>Mute while a window with such a title is in front, one a line</source>
        <translation>كتم التسجيل ما دامت نافذة بهذا العنوان في المقدمة، عنوان في كل سطر</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>أبدًا</translation>
    </message>
    <message>
        <source>Payment page</source>
        <translation>صفحة الدفع</translation>
    </message>
    <message>
        <source>Programs cannot ask now: the connection for them could not be opened.</source>
        <translation>لا تستطيع البرامج الطلب الآن: تعذر فتح الاتصال لها.</translation>
    </message>
    <message>
        <source>Recording guard</source>
        <translation>حارس التسجيل</translation>
    </message>
    <message>
        <source>Remind me while it is muted</source>
        <translation>تذكيري ما دام التسجيل مكتومًا</translation>
    </message>
    <message>
        <source>Resume by itself</source>
        <translation>استئناف تلقائي</translation>
    </message>
    <message>
        <source>Resume when that window is left</source>
        <translation>الاستئناف عند مغادرة تلك النافذة</translation>
    </message>
    <message>
        <source>Seconds until it resumes</source>
        <translation>ثوانٍ حتى الاستئناف</translation>
    </message>
    <message>
        <source>The last 15 seconds are counted on the card, and can be put off.</source>
        <translation>تُعد الثواني الـ15 الأخيرة على البطاقة، ويمكن تأجيلها.</translation>
    </message>
    <message>
        <source>This desktop (Wayland) lets no program put an edge there.</source>
        <translation>سطح المكتب هذا (Wayland) لا يسمح لأي برنامج بوضع إطار هناك.</translation>
    </message>
    <message>
        <source>mute unmute pause record reminder countdown rule window CRM card payment</source>
        <translation>كتم إلغاء الكتم إيقاف تسجيل تذكير عد تنازلي قاعدة نافذة CRM بطاقة دفع</translation>
    </message>
</context>
<context>
    <name>GuardVoice</name>
    <message>
        <source>Recording resumes in {time}</source>
        <translation>يُستأنف التسجيل بعد {time}</translation>
    </message>
</context>
<context>
    <name>HandedOver</name>
    <message>
        <source>Copied number: {number}</source>
        <translation>رقم منسوخ: {number}</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>نسخ الرقم</translation>
    </message>
    <message>
        <source>Number from a link: {number}</source>
        <translation>رقم من رابط: {number}</translation>
    </message>
</context>
<context>
    <name>HistoryDay</name>
    <message>
        <source>Answered</source>
        <translation>تم الرد</translation>
    </message>
    <message>
        <source>Answered: {count}</source>
        <translation>تم الرد: {count}</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>العودة إلى القائمة</translation>
    </message>
    <message>
        <source>Calls by the hour</source>
        <translation>المكالمات حسب الساعة</translation>
    </message>
    <message>
        <source>Choose a call to see its details.</source>
        <translation>اختر مكالمة لعرض تفاصيلها.</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>فائتة</translation>
    </message>
    <message>
        <source>Missed: {count}</source>
        <translation>فائتة: {count}</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>صادرة</translation>
    </message>
    <message>
        <source>Outgoing: {count}</source>
        <translation>صادرة: {count}</translation>
    </message>
    <message>
        <source>Talk time</source>
        <translation>وقت التحدث</translation>
    </message>
    <message>
        <source>Talk time: {count}</source>
        <translation>وقت التحدث: {count}</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>اليوم التالي</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>اليوم السابق</translation>
    </message>
</context>
<context>
    <name>HistoryDetailView</name>
    <message>
        <source>Back to the list</source>
        <translation>العودة إلى القائمة</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>حظر</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>معاودة الاتصال</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>نسخ الرابط</translation>
    </message>
    <message>
        <source>Custom data</source>
        <translation>البيانات المخصّصة</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>نُسخ الرابط</translation>
    </message>
    <message>
        <source>Loading details…</source>
        <translation>جارٍ تحميل التفاصيل…</translation>
    </message>
    <message>
        <source>Open recording</source>
        <translation>فتح التسجيل</translation>
    </message>
    <message>
        <source>Parts of the call</source>
        <translation>أجزاء المكالمة</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>التسجيل</translation>
    </message>
    <message>
        <source>The call log gave no web address for it.</source>
        <translation>لم يعطِ سجل المكالمات عنوان ويب له.</translation>
    </message>
    <message>
        <source>Way through the menu</source>
        <translation>المسار في القائمة</translation>
    </message>
</context>
<context>
    <name>HistoryFilters</name>
    <message>
        <source>Any outcome</source>
        <translation>أي نتيجة</translation>
    </message>
    <message>
        <source>Any queue</source>
        <translation>أي طابور</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>حسب الاسم</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>مسح الكل</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>مسح البحث</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>الأيام</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>الاتجاه</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>تصفية</translation>
    </message>
    <message>
        <source>In and out</source>
        <translation>واردة وصادرة</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>واردة</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>الأطول أولًا</translation>
    </message>
    <message>
        <source>Name, number, note or custom data</source>
        <translation>اسم أو رقم أو ملاحظة أو بيانات</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>الأحدث أولًا</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>الأقدم أولًا</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>الترتيب</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>صادرة</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>الطابور</translation>
    </message>
    <message>
        <source>Search calls</source>
        <translation>البحث في المكالمات</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>مع ملاحظة</translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>Calls</source>
        <translation>المكالمات</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Loading…</source>
        <translation>جارٍ التحميل…</translation>
    </message>
</context>
<context>
    <name>HistoryNote</name>
    <message>
        <source>Call again</source>
        <translation>الاتصال مجددًا</translation>
    </message>
    <message>
        <source>No result</source>
        <translation>بلا نتيجة</translation>
    </message>
    <message>
        <source>Not interested</source>
        <translation>غير مهتم</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>لم يُحفظ بعد</translation>
    </message>
    <message>
        <source>Not saved: {why}</source>
        <translation>لم يُحفظ: {why}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>تم الحل</translation>
    </message>
    <message>
        <source>Result: {result}</source>
        <translation>النتيجة: {result}</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>حُفظ</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>جارٍ الحفظ…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Write a note. It saves itself.</source>
        <translation>اكتب ملاحظة. تُحفظ تلقائيًا.</translation>
    </message>
    <message>
        <source>Wrong number</source>
        <translation>رقم خاطئ</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>History</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Loading calls…</source>
        <translation>جارٍ تحميل المكالمات…</translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>لا مكالمات بعد</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>لا نتائج</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>تحديث</translation>
    </message>
    <message>
        <source>The day in figures</source>
        <translation>اليوم بالأرقام</translation>
    </message>
    <message>
        <source>They appear here once they have ended.</source>
        <translation>تظهر هنا بعد انتهائها.</translation>
    </message>
    <message>
        <source>Try other words or fewer filters.</source>
        <translation>جرّب كلمات أخرى أو تصفية أقل.</translation>
    </message>
</context>
<context>
    <name>HistorySide</name>
    <message numerus="yes">
        <source>%n calls saved</source>
        <translation>
            <numerusform>لم تُحفظ مكالمات</numerusform>
            <numerusform>حُفظت مكالمة واحدة</numerusform>
            <numerusform>حُفظت مكالمتان</numerusform>
            <numerusform>حُفظت %n مكالمات</numerusform>
            <numerusform>حُفظت %n مكالمة</numerusform>
            <numerusform>حُفظت %n مكالمة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HotkeyWishes</name>
    <message>
        <source>No call is being recorded now.</source>
        <translation>لا تُسجَّل أي مكالمة الآن.</translation>
    </message>
    <message>
        <source>There is no phone number on the clipboard.</source>
        <translation>لا يوجد رقم هاتف في الحافظة.</translation>
    </message>
</context>
<context>
    <name>HourBars</name>
    <message>
        <source>No calls on this day</source>
        <translation>لا مكالمات في هذا اليوم</translation>
    </message>
    <message>
        <source>{hour}: {answered} answered, {missed} missed, {made} outgoing</source>
        <translation>{hour}: تم الرد {answered}، فائتة {missed}، صادرة {made}</translation>
    </message>
</context>
<context>
    <name>KeyValue</name>
    <message>
        <source>Copy {label}</source>
        <translation>نسخ {label}</translation>
    </message>
</context>
<context>
    <name>KeysButton</name>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Press the keys. Esc cancels, Backspace clears.</source>
        <translation>اضغط المفاتيح. Esc للإلغاء، وBackspace للمسح.</translation>
    </message>
    <message>
        <source>Press the keys…</source>
        <translation>اضغط المفاتيح…</translation>
    </message>
</context>
<context>
    <name>KeysSection</name>
    <message>
        <source>Hold Ctrl or Alt with it, or use a key from F1 to F24.</source>
        <translation>اضغط معه Ctrl أو Alt، أو استخدم مفتاحًا من F1 إلى F24.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Press a button, then the keys. Backspace clears it.</source>
        <translation>اضغط زرًا ثم المفاتيح. Backspace للمسح.</translation>
    </message>
    <message>
        <source>The desktop asks you now in a window of its own.</source>
        <translation>سطح المكتب يسألك الآن في نافذة خاصة به.</translation>
    </message>
    <message>
        <source>They work while you type in another program. None is set at first.</source>
        <translation>تعمل أثناء الكتابة في برنامج آخر. لا يكون أي منها محددًا في البداية.</translation>
    </message>
    <message>
        <source>This desktop (Wayland) decides itself: it asks you first, and its own settings say which keys it gives.</source>
        <translation>سطح المكتب هذا (Wayland) يقرّر بنفسه: يسألك أولًا، وإعداداته تبيّن المفاتيح التي يمنحها.</translation>
    </message>
    <message>
        <source>This desktop gives no program keys that work everywhere. In the window itself every shortcut works.</source>
        <translation>سطح المكتب هذا لا يمنح أي برنامج مفاتيح تعمل في كل مكان. في النافذة نفسها تعمل كل الاختصارات.</translation>
    </message>
    <message>
        <source>{action} has this combination already.</source>
        <translation>هذه التركيبة مستخدمة بالفعل: {action}.</translation>
    </message>
</context>
<context>
    <name>LabelsSection</name>
    <message>
        <source>Add a field</source>
        <translation>إضافة حقل</translation>
    </message>
    <message>
        <source>Custom data</source>
        <translation>البيانات المخصّصة</translation>
    </message>
    <message>
        <source>Enter the name as it comes with the call.</source>
        <translation>أدخل الاسم كما يصل مع المكالمة.</translation>
    </message>
    <message>
        <source>How a card looks then</source>
        <translation>هكذا تبدو البطاقة</translation>
    </message>
    <message>
        <source>Place {place} of {count}</source>
        <translation>الموضع {place} من {count}</translation>
    </message>
    <message>
        <source>The link must begin with {http} or {https} and name its server.</source>
        <translation>يجب أن يبدأ الرابط بـ {http} أو {https} وأن يذكر الخادم.</translation>
    </message>
    <message>
        <source>The link must lead to a host that your administrator allows.</source>
        <translation>يجب أن يؤدي الرابط إلى خادم يسمح به المسؤول.</translation>
    </message>
    <message>
        <source>This name is in the list already.</source>
        <translation>هذا الاسم موجود في القائمة.</translation>
    </message>
    <message>
        <source>What your IVR or CRM attaches to a call, in the order of this list.</source>
        <translation>ما يرفقه الرد الآلي أو نظام CRM بالمكالمة، بترتيب هذه القائمة.</translation>
    </message>
    <message>
        <source>Your administrator allows links to {hosts} only.</source>
        <translation>يسمح المسؤول بروابط إلى {hosts} فقط.</translation>
    </message>
</context>
<context>
    <name>LegRow</name>
    <message>
        <source>rang {length}</source>
        <translation>رنّت {length}</translation>
    </message>
    <message>
        <source>talked {length}</source>
        <translation>مدة التحدث {length}</translation>
    </message>
</context>
<context>
    <name>LinkBanner</name>
    <message>
        <source>Calls that arrive now do not pop.</source>
        <translation>المكالمات التي ترد الآن لا تظهر هنا.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>لا يوجد اتصال</translation>
    </message>
    <message>
        <source>Not connected since {time}</source>
        <translation>لا يوجد اتصال منذ {time}</translation>
    </message>
    <message>
        <source>Slower than usual</source>
        <translation>أبطأ من المعتاد</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>المحاولة الآن</translation>
    </message>
    <message>
        <source>Without a live connection calls are asked for every 5 s: they pop late.</source>
        <translation>دون اتصال مباشر يُستعلم عن المكالمات كل 5 ثوانٍ: تظهر متأخرة.</translation>
    </message>
</context>
<context>
    <name>ListTrouble</name>
    <message>
        <source>Enter the API code</source>
        <translation>يرجى إدخال رمز API</translation>
    </message>
    <message>
        <source>The call log needs your account&apos;s API code.</source>
        <translation>يحتاج سجل المكالمات إلى رمز API الخاص بحسابك.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
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
        <translation>{layer}، ضُغط {key}</translation>
    </message>
</context>
<context>
    <name>MoreCalls</name>
    <message numerus="yes">
        <source>%n more calls in the main window</source>
        <translation>
            <numerusform>لا مكالمات أخرى في النافذة الرئيسية</numerusform>
            <numerusform>مكالمة أخرى في النافذة الرئيسية</numerusform>
            <numerusform>مكالمتان أخريان في النافذة الرئيسية</numerusform>
            <numerusform>%n مكالمات أخرى في النافذة الرئيسية</numerusform>
            <numerusform>%n مكالمة أخرى في النافذة الرئيسية</numerusform>
            <numerusform>%n مكالمة أخرى في النافذة الرئيسية</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MuteControl</name>
    <message>
        <source>Mute recording</source>
        <translation>كتم التسجيل</translation>
    </message>
    <message>
        <source>Muting…</source>
        <translation>جارٍ الكتم…</translation>
    </message>
    <message>
        <source>Not muted, try again</source>
        <translation>لم يُكتم، إعادة المحاولة</translation>
    </message>
    <message>
        <source>Resume recording</source>
        <translation>استئناف التسجيل</translation>
    </message>
    <message>
        <source>Resuming…</source>
        <translation>جارٍ الاستئناف…</translation>
    </message>
    <message>
        <source>Still muted, try again</source>
        <translation>ما زال مكتومًا، إعادة المحاولة</translation>
    </message>
    <message>
        <source>may be recording</source>
        <translation>قد يكون التسجيل جاريًا</translation>
    </message>
    <message>
        <source>still muted</source>
        <translation>ما زال التسجيل مكتومًا</translation>
    </message>
    <message>
        <source>still recording</source>
        <translation>ما زال التسجيل جاريًا</translation>
    </message>
</context>
<context>
    <name>MutedBand</name>
    <message>
        <source>Recording muted</source>
        <translation>التسجيل مكتوم</translation>
    </message>
</context>
<context>
    <name>MyCalls</name>
    <message>
        <source>Asking the call log…</source>
        <translation>جارٍ الاستعلام من سجل المكالمات…</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>معاودة الاتصال</translation>
    </message>
    <message>
        <source>Call back {name}</source>
        <translation>معاودة الاتصال بـ {name}</translation>
    </message>
    <message>
        <source>My recent calls</source>
        <translation>مكالماتي الأخيرة</translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>لا توجد مكالمات بعد</translation>
    </message>
    <message>
        <source>Refresh my recent calls</source>
        <translation>تحديث مكالماتي الأخيرة</translation>
    </message>
    <message>
        <source>They appear here once they have ended</source>
        <translation>تظهر هنا بعد انتهائها</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Ctrl+Enter saves. Esc closes, the words stay. Kept until you sign out or quit.</source>
        <translation>يحفظ Ctrl+Enter. يغلق Esc ويبقى النص. تُحفظ حتى تسجيل الخروج أو إغلاق البرنامج.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>تجاهل</translation>
    </message>
    <message>
        <source>Discard the changes</source>
        <translation>تجاهل التغييرات</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Note on the call with {name}</source>
        <translation>ملاحظة على المكالمة مع {name}</translation>
    </message>
    <message>
        <source>Note saved</source>
        <translation>حُفظت الملاحظة</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>حفظ الملاحظة</translation>
    </message>
</context>
<context>
    <name>NoteLine</name>
    <message>
        <source>Not saved</source>
        <translation>غير محفوظة</translation>
    </message>
</context>
<context>
    <name>NoticeLine</name>
    <message>
        <source>Dismiss</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>NumbersSection</name>
    <message>
        <source>Country of numbers without a prefix</source>
        <translation>دولة الأرقام التي بلا رمز دولي</translation>
    </message>
    <message>
        <source>No such country; choose one from the list.</source>
        <translation>لا توجد دولة بهذا الاسم؛ اختر من القائمة.</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>الأرقام</translation>
    </message>
    <message>
        <source>Type a part of its name. Cards read numbers this way at once.</source>
        <translation>اكتب جزءًا من اسمها. تقرأ البطاقات الأرقام هكذا فورًا.</translation>
    </message>
</context>
<context>
    <name>OwedList</name>
    <message numerus="yes">
        <source>%n missed calls hid their number</source>
        <translation>
            <numerusform>لا مكالمات فائتة برقم مخفي</numerusform>
            <numerusform>مكالمة فائتة واحدة برقم مخفي</numerusform>
            <numerusform>مكالمتان فائتتان برقم مخفي</numerusform>
            <numerusform>%n مكالمات فائتة برقم مخفي</numerusform>
            <numerusform>%n مكالمة فائتة برقم مخفي</numerusform>
            <numerusform>%n مكالمة فائتة برقم مخفي</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>لا مزيد</numerusform>
            <numerusform>واحدة أخرى</numerusform>
            <numerusform>اثنتان أخريان</numerusform>
            <numerusform>%n أخرى</numerusform>
            <numerusform>%n أخرى</numerusform>
            <numerusform>%n أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>No missed calls to return</source>
        <translation>لا مكالمات فائتة لمعاودة الاتصال بها</translation>
    </message>
    <message>
        <source>No missed calls to return since {time}</source>
        <translation>لا مكالمات فائتة منذ {time} لمعاودة الاتصال بها</translation>
    </message>
    <message>
        <source>Owed call-backs</source>
        <translation>مكالمات تنتظر معاودة الاتصال</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>عرض أقل</translation>
    </message>
</context>
<context>
    <name>OwedRow</name>
    <message numerus="yes">
        <source>%n calls</source>
        <translation>
            <numerusform>لا مكالمات</numerusform>
            <numerusform>مكالمة واحدة</numerusform>
            <numerusform>مكالمتان</numerusform>
            <numerusform>%n مكالمات</numerusform>
            <numerusform>%n مكالمة</numerusform>
            <numerusform>%n مكالمة</numerusform>
        </translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>معاودة الاتصال</translation>
    </message>
    <message>
        <source>Call back {name}</source>
        <translation>معاودة الاتصال: {name}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Done: {name}</source>
        <translation>تم: {name}</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message numerus="yes">
        <source>%n wait too long</source>
        <translation>
            <numerusform>لا أحد ينتظر طويلاً</numerusform>
            <numerusform>متصل واحد ينتظر طويلاً</numerusform>
            <numerusform>متصلان ينتظران طويلاً</numerusform>
            <numerusform>%n متصلين ينتظرون طويلاً</numerusform>
            <numerusform>%n متصلاً ينتظرون طويلاً</numerusform>
            <numerusform>%n متصل ينتظرون طويلاً</numerusform>
        </translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>المكتب</translation>
    </message>
    <message>
        <source>History</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>الطوابير</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>الفريق</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message numerus="yes">
        <source>%n commands</source>
        <translation>
            <numerusform>لا أوامر</numerusform>
            <numerusform>أمر واحد</numerusform>
            <numerusform>أمران</numerusform>
            <numerusform>%n أوامر</numerusform>
            <numerusform>%n أمرًا</numerusform>
            <numerusform>%n أمر</numerusform>
        </translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>الأوامر</translation>
    </message>
    <message>
        <source>No such command</source>
        <translation>لا يوجد أمر كهذا</translation>
    </message>
    <message>
        <source>Try another word.</source>
        <translation>جرّب كلمة أخرى.</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>ماذا تريد أن تفعل؟</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Hide what I typed</source>
        <translation>إخفاء ما كتبته</translation>
    </message>
    <message>
        <source>Show what I typed</source>
        <translation>إظهار ما كتبته</translation>
    </message>
</context>
<context>
    <name>Pop</name>
    <message>
        <source>Call</source>
        <translation>مكالمة</translation>
    </message>
</context>
<context>
    <name>PopsSection</name>
    <message>
        <source>An ended call stays</source>
        <translation>تبقى المكالمة المنتهية</translation>
    </message>
    <message>
        <source>Bottom left</source>
        <translation>أسفل اليسار</translation>
    </message>
    <message>
        <source>Bottom right</source>
        <translation>أسفل اليمين</translation>
    </message>
    <message>
        <source>Corner of the screen</source>
        <translation>زاوية الشاشة</translation>
    </message>
    <message>
        <source>Pops</source>
        <translation>البطاقات المنبثقة</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>الشاشة</translation>
    </message>
    <message>
        <source>The desktop&apos;s first screen</source>
        <translation>الشاشة الأولى لسطح المكتب</translation>
    </message>
    <message>
        <source>Top left</source>
        <translation>أعلى اليسار</translation>
    </message>
    <message>
        <source>Top right</source>
        <translation>أعلى اليمين</translation>
    </message>
    <message>
        <source>Until I close it</source>
        <translation>حتى أغلقها</translation>
    </message>
    <message>
        <source>Where this window is</source>
        <translation>حيث توجد هذه النافذة</translation>
    </message>
    <message>
        <source>{screen} (not there now)</source>
        <translation>{screen} (غير موجودة الآن)</translation>
    </message>
</context>
<context>
    <name>PrivacySection</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n يوم</numerusform>
            <numerusform>يوم واحد</numerusform>
            <numerusform>يومان</numerusform>
            <numerusform>%n أيام</numerusform>
            <numerusform>%n يومًا</numerusform>
            <numerusform>%n يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>Callers&apos; numbers show as {dots} until the pointer or the keyboard is on them. Copying, calling and blocking use the whole number.</source>
        <translation>تظهر أرقام المتصلين هكذا: {dots} إلى أن يكون المؤشر أو لوحة المفاتيح عليها. النسخ والاتصال والحظر تستخدم الرقم كاملًا.</translation>
    </message>
    <message>
        <source>Hide numbers until pointed at</source>
        <translation>إخفاء الأرقام حتى يُشار إليها</translation>
    </message>
    <message>
        <source>Keep the history of calls for</source>
        <translation>الاحتفاظ بسجل المكالمات لمدة</translation>
    </message>
    <message>
        <source>Older calls are deleted from this PC together with their notes. The history is a file that only your user account can read; it is not encrypted.</source>
        <translation>تُحذف المكالمات الأقدم من هذا الحاسوب مع ملاحظاتها. السجل ملف لا يستطيع قراءته إلا حساب المستخدم الخاص بك؛ وهو غير مشفّر.</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>الخصوصية</translation>
    </message>
    <message>
        <source>Without end</source>
        <translation>بلا حد</translation>
    </message>
</context>
<context>
    <name>PullProgress</name>
    <message>
        <source>Fetching calls from the call log: {done}</source>
        <translation>جلب المكالمات من السجل: {done}</translation>
    </message>
    <message>
        <source>Fetching calls from the call log: {done} of {total}</source>
        <translation>جلب المكالمات من السجل: {done} من {total}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>Queues and waiting callers</source>
        <translation>الطوابير والمنتظرون</translation>
    </message>
</context>
<context>
    <name>QueuesPage</name>
    <message numerus="yes">
        <source>%n left while it could not be seen how</source>
        <translation>
            <numerusform>غادر %n دون أن يُرى كيف</numerusform>
            <numerusform>غادر %n دون أن يُرى كيف</numerusform>
            <numerusform>غادر %n دون أن يُرى كيف</numerusform>
            <numerusform>غادر %n دون أن يُرى كيف</numerusform>
            <numerusform>غادر %n دون أن يُرى كيف</numerusform>
            <numerusform>غادر %n دون أن يُرى كيف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n أخرى</numerusform>
            <numerusform>%n أخرى</numerusform>
            <numerusform>%n أخرى</numerusform>
            <numerusform>%n أخرى</numerusform>
            <numerusform>%n أخرى</numerusform>
            <numerusform>%n أخرى</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to call back</source>
        <translation>
            <numerusform>%n لمعاودة الاتصال</numerusform>
            <numerusform>%n لمعاودة الاتصال</numerusform>
            <numerusform>%n لمعاودة الاتصال</numerusform>
            <numerusform>%n لمعاودة الاتصال</numerusform>
            <numerusform>%n لمعاودة الاتصال</numerusform>
            <numerusform>%n لمعاودة الاتصال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n who gave up cannot be called back</source>
        <translation>
            <numerusform>%n تخلّوا ولا يمكن معاودة الاتصال بهم</numerusform>
            <numerusform>%n تخلّوا ولا يمكن معاودة الاتصال بهم</numerusform>
            <numerusform>%n تخلّوا ولا يمكن معاودة الاتصال بهم</numerusform>
            <numerusform>%n تخلّوا ولا يمكن معاودة الاتصال بهم</numerusform>
            <numerusform>%n تخلّوا ولا يمكن معاودة الاتصال بهم</numerusform>
            <numerusform>%n تخلّوا ولا يمكن معاودة الاتصال بهم</numerusform>
        </translation>
    </message>
    <message>
        <source>All queues</source>
        <translation>كل الطوابير</translation>
    </message>
    <message>
        <source>As of {time}.</source>
        <translation>كما في {time}.</translation>
    </message>
    <message>
        <source>Asked for every 5 seconds: who gives up cannot be seen this way.</source>
        <translation>يُسأل كل 5 ثوانٍ: لا يمكن بهذه الطريقة رؤية من تخلّى عن الانتظار.</translation>
    </message>
    <message>
        <source>Enter the API code</source>
        <translation>إدخال رمز API</translation>
    </message>
    <message>
        <source>Gave up</source>
        <translation>تخلّوا</translation>
    </message>
    <message>
        <source>Gave up, to call back</source>
        <translation>تخلّوا، لمعاودة الاتصال</translation>
    </message>
    <message>
        <source>Looking for the queues...</source>
        <translation>جارٍ البحث عن الطوابير...</translation>
    </message>
    <message>
        <source>No queues</source>
        <translation>لا طوابير</translation>
    </message>
    <message>
        <source>Nobody to call back</source>
        <translation>لا أحد لمعاودة الاتصال به</translation>
    </message>
    <message>
        <source>None to be seen here.</source>
        <translation>لا شيء يُعرض هنا.</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>الطوابير</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>The queues are not told here. Asking for them needs the API code.</source>
        <translation>لا تُرسل الطوابير هنا. السؤال عنها يحتاج إلى رمز API.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول مجددًا</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>منتظرون</translation>
    </message>
    <message>
        <source>Which queues</source>
        <translation>أي طوابير</translation>
    </message>
    <message>
        <source>With callers</source>
        <translation>فيها متصلون</translation>
    </message>
    <message>
        <source>seen since {time}</source>
        <translation>مرئي منذ {time}</translation>
    </message>
</context>
<context>
    <name>QuitQuestion</name>
    <message>
        <source>Log out and quit</source>
        <translation>تسجيل الخروج وإنهاء البرنامج</translation>
    </message>
    <message>
        <source>Logging out. This takes three seconds at most.</source>
        <translation>يجري تسجيل الخروج. يستغرق ذلك ثلاث ثوانٍ على الأكثر.</translation>
    </message>
    <message>
        <source>Only quit</source>
        <translation>إنهاء البرنامج فقط</translation>
    </message>
    <message>
        <source>Otherwise it stays as it is, and calls go on coming to your phone.</source>
        <translation>وإلا فستبقى كما هي، وستستمر المكالمات في الوصول إلى هاتفك.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Set your status to logged out?</source>
        <translation>هل تريد تعيين حالتك إلى «خارج النظام»؟</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>البقاء</translation>
    </message>
    <message>
        <source>Your status may be unchanged: calls may go on coming to your phone.</source>
        <translation>قد لا تكون حالتك تغيّرت: قد تستمر المكالمات في الوصول إلى هاتفك.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
</context>
<context>
    <name>RecordingQuestion</name>
    <message>
        <source>Once you have left, nobody resumes it: the rest of the call is not recorded.</source>
        <translation>بعد خروجك لن يستأنفه أحد: لن تُسجَّل بقية المكالمة.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء البرنامج</translation>
    </message>
    <message>
        <source>Quit, leave muted</source>
        <translation>إنهاء مع إبقاء الكتم</translation>
    </message>
    <message>
        <source>Resume and quit</source>
        <translation>استئناف ثم إنهاء</translation>
    </message>
    <message>
        <source>Resume and sign out</source>
        <translation>استئناف ثم خروج</translation>
    </message>
    <message>
        <source>Resuming the recording. Voicenter has not confirmed it yet.</source>
        <translation>جارٍ استئناف التسجيل. لم تؤكد Voicenter ذلك بعد.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>Sign out, leave muted</source>
        <translation>خروج مع إبقاء الكتم</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>البقاء</translation>
    </message>
    <message>
        <source>The recording is muted</source>
        <translation>التسجيل مكتوم</translation>
    </message>
    <message>
        <source>The recording was not resumed for certain. It may still be muted.</source>
        <translation>ليس مؤكدًا أن التسجيل استُؤنف. قد يكون لا يزال مكتومًا.</translation>
    </message>
</context>
<context>
    <name>ReplayProgress</name>
    <message>
        <source>No event in this file could be read.</source>
        <translation>تعذرت قراءة أي حدث في هذا الملف.</translation>
    </message>
</context>
<context>
    <name>RowHead</name>
    <message>
        <source>Shows why.</source>
        <translation>يعرض السبب.</translation>
    </message>
    <message>
        <source>The reasons are shown.</source>
        <translation>الأسباب معروضة.</translation>
    </message>
</context>
<context>
    <name>RuleForm</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Do not show it</source>
        <translation>عدم إظهاره</translation>
    </message>
    <message>
        <source>Label on the card</source>
        <translation>التسمية على البطاقة</translation>
    </message>
    <message>
        <source>Link, with {value} for the value</source>
        <translation>رابط، مع {value} مكان القيمة</translation>
    </message>
    <message>
        <source>Name in the custom data</source>
        <translation>الاسم في البيانات المخصّصة</translation>
    </message>
    <message>
        <source>Save field</source>
        <translation>حفظ الحقل</translation>
    </message>
</context>
<context>
    <name>RuleRow</name>
    <message>
        <source>Change {label}</source>
        <translation>تغيير {label}</translation>
    </message>
    <message>
        <source>Move {label} down</source>
        <translation>نقل {label} لأسفل</translation>
    </message>
    <message>
        <source>Move {label} up</source>
        <translation>نقل {label} لأعلى</translation>
    </message>
    <message>
        <source>Remove {label}</source>
        <translation>إزالة {label}</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>مخفي</translation>
    </message>
    <message>
        <source>link</source>
        <translation>رابط</translation>
    </message>
</context>
<context>
    <name>SampleCard</name>
    <message>
        <source>No custom data is shown.</source>
        <translation>لا تُعرض بيانات مخصّصة.</translation>
    </message>
    <message>
        <source>Sample caller</source>
        <translation>متصل مثال</translation>
    </message>
</context>
<context>
    <name>ScreenEdge</name>
    <message>
        <source>Muted</source>
        <translation>مكتوم</translation>
    </message>
    <message>
        <source>Muted when the link was lost</source>
        <translation>كان مكتومًا عند فقدان الاتصال</translation>
    </message>
    <message>
        <source>Muted: {muted} of {calls} calls</source>
        <translation>مكتوم: {muted} من {calls} مكالمات</translation>
    </message>
    <message>
        <source>Not muted, still recording</source>
        <translation>لم يُكتم، ما زال التسجيل جاريًا</translation>
    </message>
</context>
<context>
    <name>SettingsAccess</name>
    <message>
        <source>Save the ledger of mutes</source>
        <translation>حفظ سجل كتم التسجيل</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>The ledger is saved.</source>
        <translation>تم حفظ السجل.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>لم يُعثر على شيء</translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>الحفظ مجددًا</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>البحث في الإعدادات</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Try another word.</source>
        <translation>جرّب كلمة أخرى.</translation>
    </message>
    <message>
        <source>Your choice holds until the program ends.</source>
        <translation>يبقى اختيارك ساريًا حتى إغلاق البرنامج.</translation>
    </message>
    <message>
        <source>Your choice is not saved</source>
        <translation>لم يُحفظ اختيارك</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Account</source>
        <translation>حساب</translation>
    </message>
    <message>
        <source>Calls pop here as soon as your phone rings.</source>
        <translation>تظهر المكالمات هنا فور رنين هاتفك.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Enter the password</source>
        <translation>يرجى إدخال كلمة المرور</translation>
    </message>
    <message>
        <source>Enter the token</source>
        <translation>يرجى إدخال الرمز المميز</translation>
    </message>
    <message>
        <source>Enter the user name</source>
        <translation>يرجى إدخال اسم المستخدم</translation>
    </message>
    <message>
        <source>Enter your e-mail</source>
        <translation>يرجى إدخال بريدك الإلكتروني</translation>
    </message>
    <message>
        <source>Keep me signed in</source>
        <translation>البقاء مسجّل الدخول</translation>
    </message>
    <message>
        <source>Kept in the system keyring, never in a file</source>
        <translation>يُحفظ في حافظة مفاتيح النظام، وليس في ملف</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Sign in as</source>
        <translation>تسجيل الدخول بصفة</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>جارٍ تسجيل الدخول…</translation>
    </message>
    <message>
        <source>This PC has no keyring: you sign in for this session only.</source>
        <translation>لا توجد حافظة مفاتيح على هذا الجهاز: الدخول لهذه الجلسة فقط.</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>رمز مميز</translation>
    </message>
    <message>
        <source>Try without an account</source>
        <translation>تجربة دون حساب</translation>
    </message>
    <message>
        <source>User</source>
        <translation>مستخدم</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>اسم المستخدم</translation>
    </message>
</context>
<context>
    <name>SignInSection</name>
    <message>
        <source>A token</source>
        <translation>رمز مميز</translation>
    </message>
    <message>
        <source>API code (history, blocking, calling)</source>
        <translation>رمز API (السجل، الحظر، الاتصال)</translation>
    </message>
    <message>
        <source>Change API code</source>
        <translation>تغيير رمز API</translation>
    </message>
    <message>
        <source>Enter API code</source>
        <translation>إدخال رمز API</translation>
    </message>
    <message>
        <source>Forget API code</source>
        <translation>نسيان رمز API</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>غير محدّد</translation>
    </message>
    <message>
        <source>Nothing of this run is kept, its settings included.</source>
        <translation>لا يُحفظ شيء من هذا التشغيل، بما فيه الإعدادات.</translation>
    </message>
    <message>
        <source>Secrets are kept in the system keyring, never in a file.</source>
        <translation>تُحفظ الأسرار في حافظة مفاتيح النظام، لا في ملف.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>الخادم</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>محدّد</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>مسجّل باسم</translation>
    </message>
    <message>
        <source>This PC has no keyring: secrets are kept for this session only.</source>
        <translation>لا توجد حافظة مفاتيح على هذا الجهاز: تُحفظ الأسرار لهذه الجلسة فقط.</translation>
    </message>
</context>
<context>
    <name>SoundsSection</name>
    <message>
        <source>A call rings</source>
        <translation>رنين مكالمة</translation>
    </message>
    <message>
        <source>A call was missed</source>
        <translation>مكالمة فائتة</translation>
    </message>
    <message>
        <source>A recording is still muted</source>
        <translation>ما زال تسجيل مكتومًا</translation>
    </message>
    <message>
        <source>A recording was muted</source>
        <translation>كُتم تسجيل</translation>
    </message>
    <message>
        <source>A recording was not muted</source>
        <translation>لم يُكتم التسجيل</translation>
    </message>
    <message>
        <source>A recording was resumed</source>
        <translation>استؤنف تسجيل</translation>
    </message>
    <message>
        <source>Also where it was not resumed.</source>
        <translation>وكذلك إذا لم يُستأنف.</translation>
    </message>
    <message>
        <source>Beside the ringing of the phone.</source>
        <translation>إضافةً إلى رنين الهاتف.</translation>
    </message>
    <message>
        <source>Play: {sound}</source>
        <translation>تشغيل: {sound}</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>الأصوات</translation>
    </message>
    <message>
        <source>This PC cannot play sounds now: the beep of the system is heard instead.</source>
        <translation>لا يستطيع هذا الحاسوب تشغيل الأصوات الآن: تُسمع صافرة النظام بدلًا منها.</translation>
    </message>
    <message>
        <source>With each reminder.</source>
        <translation>مع كل تذكير.</translation>
    </message>
</context>
<context>
    <name>StateStrip</name>
    <message>
        <source>Keep open</source>
        <translation>إبقاء مفتوحة</translation>
    </message>
</context>
<context>
    <name>StatusCommands</name>
    <message>
        <source>Status: {status}</source>
        <translation>الحالة: {status}</translation>
    </message>
    <message>
        <source>This is your status</source>
        <translation>هذه حالتك</translation>
    </message>
    <message>
        <source>presence state available away break log in log out</source>
        <translation>حضور وضع متاح استراحة دخول خروج</translation>
    </message>
</context>
<context>
    <name>StatusMenu</name>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
</context>
<context>
    <name>StatusPill</name>
    <message>
        <source>Status: {status}</source>
        <translation>الحالة: {status}</translation>
    </message>
</context>
<context>
    <name>StatusSection</name>
    <message>
        <source>As it was</source>
        <translation>كما كانت</translation>
    </message>
    <message>
        <source>Ask whether to log out</source>
        <translation>السؤال عن تسجيل الخروج</translation>
    </message>
    <message>
        <source>Only when you are available, and never during a call. Unlocked, you are available again, unless another status was set meanwhile.</source>
        <translation>فقط عندما تكون متاحًا، ولا يحدث أبدًا أثناء مكالمة. بعد فتح القفل تعود متاحًا، ما لم تُعيَّن حالة أخرى في هذه الأثناء.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>This system does not tell programs that it is locked.</source>
        <translation>هذا النظام لا يخبر البرامج بأنه مقفل.</translation>
    </message>
    <message>
        <source>When you quit</source>
        <translation>عند إنهاء البرنامج</translation>
    </message>
    <message>
        <source>While this PC is locked</source>
        <translation>أثناء قفل هذا الحاسوب</translation>
    </message>
</context>
<context>
    <name>SupportSection</name>
    <message>
        <source>Check and report</source>
        <translation>الفحص والتقرير</translation>
    </message>
    <message>
        <source>Check everything</source>
        <translation>فحص كل شيء</translation>
    </message>
    <message>
        <source>Checking signs in once more and mutes no call. A report holds versions, checks, choices and the last lines of the log: no password, number or name of a person.</source>
        <translation>يسجّل الفحص الدخول مرة أخرى ولا يكتم أي مكالمة. يضم التقرير الإصدارات والفحوص والاختيارات وآخر أسطر السجل: بلا كلمة مرور ولا رقم ولا اسم شخص.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>جارٍ الفحص…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Prepare a report</source>
        <translation>إعداد تقرير</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>حفظ التقرير</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>حفظ التقرير…</translation>
    </message>
    <message>
        <source>The report is saved.</source>
        <translation>تم حفظ التقرير.</translation>
    </message>
    <message>
        <source>The report, as it will be saved</source>
        <translation>التقرير كما سيُحفظ</translation>
    </message>
</context>
<context>
    <name>Talks</name>
    <message>
        <source>Asking the call log…</source>
        <translation>جارٍ الاستعلام من سجل المكالمات…</translation>
    </message>
    <message>
        <source>No earlier calls with this number</source>
        <translation>لا توجد مكالمات سابقة مع هذا الرقم</translation>
    </message>
    <message>
        <source>Recent calls</source>
        <translation>المكالمات الأخيرة</translation>
    </message>
</context>
<context>
    <name>TeamPage</name>
    <message>
        <source>Ask your administrator which extensions this sign-in may see.</source>
        <translation>اسأل المسؤول عن التحويلات التي يحق لهذا الدخول رؤيتها.</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>غير متاحين</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>حسب الاسم</translation>
    </message>
    <message>
        <source>By state</source>
        <translation>حسب الحالة</translation>
    </message>
    <message>
        <source>Enter the API code</source>
        <translation>إدخال رمز API</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>متاحون</translation>
    </message>
    <message>
        <source>Name or extension</source>
        <translation>اسم أو تحويلة</translation>
    </message>
    <message>
        <source>No extension is to be seen</source>
        <translation>لا توجد تحويلات ظاهرة</translation>
    </message>
    <message>
        <source>No news of the team yet</source>
        <translation>لا أخبار عن الفريق بعد</translation>
    </message>
    <message>
        <source>Nobody matches</source>
        <translation>لا أحد يطابق</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>غير متصل.</translation>
    </message>
    <message>
        <source>Not connected. As of {time}.</source>
        <translation>غير متصل. حتى {time}.</translation>
    </message>
    <message>
        <source>On a call</source>
        <translation>في مكالمة</translation>
    </message>
    <message>
        <source>Search the team</source>
        <translation>البحث في الفريق</translation>
    </message>
    <message>
        <source>Sorted by name. Sort by state</source>
        <translation>مرتب حسب الاسم. الترتيب حسب الحالة</translation>
    </message>
    <message>
        <source>Sorted by state. Sort by name</source>
        <translation>مرتب حسب الحالة. الترتيب حسب الاسم</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>الفريق</translation>
    </message>
    <message>
        <source>The slower connection tells of your own extensions only.</source>
        <translation>الاتصال الأبطأ يخبر عن تحويلاتك فقط.</translation>
    </message>
    <message>
        <source>This sign-in sees your own extensions only.</source>
        <translation>هذا الدخول يرى تحويلاتك فقط.</translation>
    </message>
    <message>
        <source>Try another name or another state.</source>
        <translation>جرّب اسمًا آخر أو حالة أخرى.</translation>
    </message>
    <message>
        <source>Voicenter lists no extension for this API code. Check the API code.</source>
        <translation>لا تعرض Voicenter أي تحويلة لرمز API هذا. تحقق من رمز API.</translation>
    </message>
    <message>
        <source>{name} is a favourite</source>
        <translation>{name} في المفضلة</translation>
    </message>
    <message>
        <source>{name} is no favourite any more</source>
        <translation>{name} لم يعد في المفضلة</translation>
    </message>
    <message>
        <source>{present} signed in · {free} free</source>
        <translation>{present} مسجلون · {free} متاحون</translation>
    </message>
</context>
<context>
    <name>TeamTable</name>
    <message>
        <source>Colleagues</source>
        <translation>الزملاء</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>Answered</source>
        <translation>تم الرد</translation>
    </message>
    <message>
        <source>Answered today: {count}</source>
        <translation>تم الرد اليوم: {count}</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>فائتة</translation>
    </message>
    <message>
        <source>Missed today: {count}</source>
        <translation>الفائتة اليوم: {count}</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>قيد الانتظار</translation>
    </message>
    <message>
        <source>On hold, in calls seen here: {count}</source>
        <translation>قيد الانتظار، في المكالمات التي شوهدت هنا: {count}</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>صادرة</translation>
    </message>
    <message>
        <source>Outgoing today: {count}</source>
        <translation>الصادرة اليوم: {count}</translation>
    </message>
    <message>
        <source>Talk time</source>
        <translation>وقت التحدث</translation>
    </message>
    <message>
        <source>Talk time today: {count}</source>
        <translation>وقت التحدث اليوم: {count}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Wrap-up</source>
        <translation>ما بعد المكالمة</translation>
    </message>
    <message>
        <source>Wrap-up, in the status for paperwork: {count}</source>
        <translation>ما بعد المكالمة، في حالة الأعمال المكتبية: {count}</translation>
    </message>
    <message>
        <source>about {length}</source>
        <translation>نحو {length}</translation>
    </message>
    <message>
        <source>at least: not every call was seen</source>
        <translation>على الأقل: لم تُرصد كل المكالمات</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>منذ {time}</translation>
    </message>
    <message>
        <source>since {time}, and not every call was seen</source>
        <translation>منذ {time}، ولم تُرصد كل المكالمات</translation>
    </message>
    <message>
        <source>{hours} h {minutes} m</source>
        <translation>{hours} س {minutes} د</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%n calls</source>
        <translation>
            <numerusform>لا مكالمات</numerusform>
            <numerusform>مكالمة واحدة</numerusform>
            <numerusform>مكالمتان</numerusform>
            <numerusform>%n مكالمات</numerusform>
            <numerusform>%n مكالمة</numerusform>
            <numerusform>%n مكالمة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missed calls</source>
        <translation>
            <numerusform>لا مكالمات فائتة</numerusform>
            <numerusform>مكالمة فائتة واحدة</numerusform>
            <numerusform>مكالمتان فائتتان</numerusform>
            <numerusform>%n مكالمات فائتة</numerusform>
            <numerusform>%n مكالمة فائتة</numerusform>
            <numerusform>%n مكالمة فائتة</numerusform>
        </translation>
    </message>
    <message>
        <source>agent_desk: {state}</source>
        <translation>agent_desk: {state}</translation>
    </message>
    <message>
        <source>recording muted</source>
        <translation>التسجيل مكتوم</translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message>
        <source>Mute recording</source>
        <translation>كتم التسجيل</translation>
    </message>
    <message>
        <source>Muting…</source>
        <translation>جارٍ الكتم…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء البرنامج</translation>
    </message>
    <message>
        <source>Resume recording</source>
        <translation>استئناف التسجيل</translation>
    </message>
    <message>
        <source>Resuming…</source>
        <translation>جارٍ الاستئناف…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Show window</source>
        <translation>إظهار النافذة</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>Status: {status}</source>
        <translation>الحالة: {status}</translation>
    </message>
</context>
<context>
    <name>Who</name>
    <message>
        <source>Copy number</source>
        <translation>نسخ الرقم</translation>
    </message>
    <message>
        <source>Listened to</source>
        <translation>تحت الاستماع</translation>
    </message>
    <message>
        <source>Number copied</source>
        <translation>نُسخ الرقم</translation>
    </message>
    <message>
        <source>Transferred by {name}</source>
        <translation>حوّلها {name}</translation>
    </message>
</context>
<context>
    <name>WhyLine</name>
    <message>
        <source>Why this card: {reason}</source>
        <translation>لماذا هذه البطاقة: {reason}</translation>
    </message>
</context>
<context>
    <name>WhyPart</name>
    <message>
        <source>Also: {reason}</source>
        <translation>أيضًا: {reason}</translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n مرات</numerusform>
            <numerusform>مرة واحدة</numerusform>
            <numerusform>مرتان</numerusform>
            <numerusform>%n مرات</numerusform>
            <numerusform>%n مرة</numerusform>
            <numerusform>%n مرة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>لا أحد ينتظر</numerusform>
            <numerusform>واحد ينتظر</numerusform>
            <numerusform>اثنان ينتظران</numerusform>
            <numerusform>%n ينتظرون</numerusform>
            <numerusform>%n ينتظرون</numerusform>
            <numerusform>%n ينتظرون</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_ResultRow</name>
    <message>
        <source>Fine</source>
        <translation>سليم</translation>
    </message>
    <message>
        <source>No fault; the report says more</source>
        <translation>لا خلل؛ في التقرير المزيد</translation>
    </message>
</context>
<context>
    <name>_TeamHeads</name>
    <message>
        <source>Colleague</source>
        <translation>الزميل</translation>
    </message>
    <message>
        <source>On</source>
        <translation>عبر</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>منذ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
</context>
<context>
    <name>_Trouble</name>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
</context>
<context>
    <name>_Who</name>
    <message>
        <source>Copy the number</source>
        <translation>نسخ الرقم</translation>
    </message>
    <message>
        <source>Number copied</source>
        <translation>نُسخ الرقم</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>الخط {number}</translation>
    </message>
</context>
<context>
    <name>countries</name>
    <message>
        <source>Afghanistan</source>
        <translation>أفغانستان</translation>
    </message>
    <message>
        <source>Albania</source>
        <translation>ألبانيا</translation>
    </message>
    <message>
        <source>Algeria</source>
        <translation>الجزائر</translation>
    </message>
    <message>
        <source>American Samoa</source>
        <translation>ساموا الأمريكية</translation>
    </message>
    <message>
        <source>Andorra</source>
        <translation>أندورا</translation>
    </message>
    <message>
        <source>Angola</source>
        <translation>أنغولا</translation>
    </message>
    <message>
        <source>Anguilla</source>
        <translation>أنغويلا</translation>
    </message>
    <message>
        <source>Antigua &amp; Barbuda</source>
        <translation>أنتيغوا وبربودا</translation>
    </message>
    <message>
        <source>Argentina</source>
        <translation>الأرجنتين</translation>
    </message>
    <message>
        <source>Armenia</source>
        <translation>أرمينيا</translation>
    </message>
    <message>
        <source>Aruba</source>
        <translation>أروبا</translation>
    </message>
    <message>
        <source>Ascension Island</source>
        <translation>جزيرة أسينشيون</translation>
    </message>
    <message>
        <source>Australia</source>
        <translation>أستراليا</translation>
    </message>
    <message>
        <source>Austria</source>
        <translation>النمسا</translation>
    </message>
    <message>
        <source>Azerbaijan</source>
        <translation>أذربيجان</translation>
    </message>
    <message>
        <source>Bahamas</source>
        <translation>جزر البهاما</translation>
    </message>
    <message>
        <source>Bahrain</source>
        <translation>البحرين</translation>
    </message>
    <message>
        <source>Bangladesh</source>
        <translation>بنغلاديش</translation>
    </message>
    <message>
        <source>Barbados</source>
        <translation>بربادوس</translation>
    </message>
    <message>
        <source>Belarus</source>
        <translation>بيلاروس</translation>
    </message>
    <message>
        <source>Belgium</source>
        <translation>بلجيكا</translation>
    </message>
    <message>
        <source>Belize</source>
        <translation>بليز</translation>
    </message>
    <message>
        <source>Benin</source>
        <translation>بنين</translation>
    </message>
    <message>
        <source>Bermuda</source>
        <translation>برمودا</translation>
    </message>
    <message>
        <source>Bhutan</source>
        <translation>بوتان</translation>
    </message>
    <message>
        <source>Bolivia</source>
        <translation>بوليفيا</translation>
    </message>
    <message>
        <source>Bosnia &amp; Herzegovina</source>
        <translation>البوسنة والهرسك</translation>
    </message>
    <message>
        <source>Botswana</source>
        <translation>بوتسوانا</translation>
    </message>
    <message>
        <source>Brazil</source>
        <translation>البرازيل</translation>
    </message>
    <message>
        <source>British Indian Ocean Territory</source>
        <translation>الإقليم البريطاني في المحيط الهندي</translation>
    </message>
    <message>
        <source>British Virgin Islands</source>
        <translation>جزر فيرجن البريطانية</translation>
    </message>
    <message>
        <source>Brunei</source>
        <translation>بروناي</translation>
    </message>
    <message>
        <source>Bulgaria</source>
        <translation>بلغاريا</translation>
    </message>
    <message>
        <source>Burkina Faso</source>
        <translation>بوركينا فاسو</translation>
    </message>
    <message>
        <source>Burundi</source>
        <translation>بوروندي</translation>
    </message>
    <message>
        <source>Cambodia</source>
        <translation>كمبوديا</translation>
    </message>
    <message>
        <source>Cameroon</source>
        <translation>الكاميرون</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>كندا</translation>
    </message>
    <message>
        <source>Cape Verde</source>
        <translation>الرأس الأخضر</translation>
    </message>
    <message>
        <source>Caribbean Netherlands</source>
        <translation>هولندا الكاريبية</translation>
    </message>
    <message>
        <source>Cayman Islands</source>
        <translation>جزر كايمان</translation>
    </message>
    <message>
        <source>Central African Republic</source>
        <translation>جمهورية أفريقيا الوسطى</translation>
    </message>
    <message>
        <source>Chad</source>
        <translation>تشاد</translation>
    </message>
    <message>
        <source>Chile</source>
        <translation>تشيلي</translation>
    </message>
    <message>
        <source>China</source>
        <translation>الصين</translation>
    </message>
    <message>
        <source>Christmas Island</source>
        <translation>جزيرة كريسماس</translation>
    </message>
    <message>
        <source>Cocos (Keeling) Islands</source>
        <translation>جزر كوكوس (كيلينغ)</translation>
    </message>
    <message>
        <source>Colombia</source>
        <translation>كولومبيا</translation>
    </message>
    <message>
        <source>Comoros</source>
        <translation>جزر القمر</translation>
    </message>
    <message>
        <source>Congo - Brazzaville</source>
        <translation>الكونغو - برازافيل</translation>
    </message>
    <message>
        <source>Congo - Kinshasa</source>
        <translation>الكونغو - كينشاسا</translation>
    </message>
    <message>
        <source>Cook Islands</source>
        <translation>جزر كوك</translation>
    </message>
    <message>
        <source>Costa Rica</source>
        <translation>كوستاريكا</translation>
    </message>
    <message>
        <source>Croatia</source>
        <translation>كرواتيا</translation>
    </message>
    <message>
        <source>Cuba</source>
        <translation>كوبا</translation>
    </message>
    <message>
        <source>Curaçao</source>
        <translation>كوراساو</translation>
    </message>
    <message>
        <source>Cyprus</source>
        <translation>قبرص</translation>
    </message>
    <message>
        <source>Czechia</source>
        <translation>التشيك</translation>
    </message>
    <message>
        <source>Côte d’Ivoire</source>
        <translation>ساحل العاج</translation>
    </message>
    <message>
        <source>Denmark</source>
        <translation>الدانمرك</translation>
    </message>
    <message>
        <source>Djibouti</source>
        <translation>جيبوتي</translation>
    </message>
    <message>
        <source>Dominica</source>
        <translation>دومينيكا</translation>
    </message>
    <message>
        <source>Dominican Republic</source>
        <translation>جمهورية الدومينيكان</translation>
    </message>
    <message>
        <source>Ecuador</source>
        <translation>الإكوادور</translation>
    </message>
    <message>
        <source>Egypt</source>
        <translation>مصر</translation>
    </message>
    <message>
        <source>El Salvador</source>
        <translation>السلفادور</translation>
    </message>
    <message>
        <source>Equatorial Guinea</source>
        <translation>غينيا الاستوائية</translation>
    </message>
    <message>
        <source>Eritrea</source>
        <translation>إريتريا</translation>
    </message>
    <message>
        <source>Estonia</source>
        <translation>إستونيا</translation>
    </message>
    <message>
        <source>Eswatini</source>
        <translation>إسواتيني</translation>
    </message>
    <message>
        <source>Ethiopia</source>
        <translation>إثيوبيا</translation>
    </message>
    <message>
        <source>Falkland Islands</source>
        <translation>جزر فوكلاند</translation>
    </message>
    <message>
        <source>Faroe Islands</source>
        <translation>جزر فارو</translation>
    </message>
    <message>
        <source>Fiji</source>
        <translation>فيجي</translation>
    </message>
    <message>
        <source>Finland</source>
        <translation>فنلندا</translation>
    </message>
    <message>
        <source>France</source>
        <translation>فرنسا</translation>
    </message>
    <message>
        <source>French Guiana</source>
        <translation>غويانا الفرنسية</translation>
    </message>
    <message>
        <source>French Polynesia</source>
        <translation>بولينيزيا الفرنسية</translation>
    </message>
    <message>
        <source>Gabon</source>
        <translation>الغابون</translation>
    </message>
    <message>
        <source>Gambia</source>
        <translation>غامبيا</translation>
    </message>
    <message>
        <source>Georgia</source>
        <translation>جورجيا</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>ألمانيا</translation>
    </message>
    <message>
        <source>Ghana</source>
        <translation>غانا</translation>
    </message>
    <message>
        <source>Gibraltar</source>
        <translation>جبل طارق</translation>
    </message>
    <message>
        <source>Greece</source>
        <translation>اليونان</translation>
    </message>
    <message>
        <source>Greenland</source>
        <translation>غرينلاند</translation>
    </message>
    <message>
        <source>Grenada</source>
        <translation>غرينادا</translation>
    </message>
    <message>
        <source>Guadeloupe</source>
        <translation>غوادلوب</translation>
    </message>
    <message>
        <source>Guam</source>
        <translation>غوام</translation>
    </message>
    <message>
        <source>Guatemala</source>
        <translation>غواتيمالا</translation>
    </message>
    <message>
        <source>Guernsey</source>
        <translation>غيرنزي</translation>
    </message>
    <message>
        <source>Guinea</source>
        <translation>غينيا</translation>
    </message>
    <message>
        <source>Guinea-Bissau</source>
        <translation>غينيا بيساو</translation>
    </message>
    <message>
        <source>Guyana</source>
        <translation>غيانا</translation>
    </message>
    <message>
        <source>Haiti</source>
        <translation>هايتي</translation>
    </message>
    <message>
        <source>Honduras</source>
        <translation>هندوراس</translation>
    </message>
    <message>
        <source>Hong Kong SAR China</source>
        <translation>هونغ كونغ الصينية (منطقة إدارية خاصة)</translation>
    </message>
    <message>
        <source>Hungary</source>
        <translation>هنغاريا</translation>
    </message>
    <message>
        <source>Iceland</source>
        <translation>آيسلندا</translation>
    </message>
    <message>
        <source>India</source>
        <translation>الهند</translation>
    </message>
    <message>
        <source>Indonesia</source>
        <translation>إندونيسيا</translation>
    </message>
    <message>
        <source>Iran</source>
        <translation>إيران</translation>
    </message>
    <message>
        <source>Iraq</source>
        <translation>العراق</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>أيرلندا</translation>
    </message>
    <message>
        <source>Isle of Man</source>
        <translation>جزيرة مان</translation>
    </message>
    <message>
        <source>Israel</source>
        <translation>إسرائيل</translation>
    </message>
    <message>
        <source>Italy</source>
        <translation>إيطاليا</translation>
    </message>
    <message>
        <source>Jamaica</source>
        <translation>جامايكا</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>اليابان</translation>
    </message>
    <message>
        <source>Jersey</source>
        <translation>جيرسي</translation>
    </message>
    <message>
        <source>Jordan</source>
        <translation>الأردن</translation>
    </message>
    <message>
        <source>Kazakhstan</source>
        <translation>كازاخستان</translation>
    </message>
    <message>
        <source>Kenya</source>
        <translation>كينيا</translation>
    </message>
    <message>
        <source>Kiribati</source>
        <translation>كيريباتي</translation>
    </message>
    <message>
        <source>Kosovo</source>
        <translation>كوسوفو</translation>
    </message>
    <message>
        <source>Kuwait</source>
        <translation>الكويت</translation>
    </message>
    <message>
        <source>Kyrgyzstan</source>
        <translation>قيرغيزستان</translation>
    </message>
    <message>
        <source>Laos</source>
        <translation>لاوس</translation>
    </message>
    <message>
        <source>Latvia</source>
        <translation>لاتفيا</translation>
    </message>
    <message>
        <source>Lebanon</source>
        <translation>لبنان</translation>
    </message>
    <message>
        <source>Lesotho</source>
        <translation>ليسوتو</translation>
    </message>
    <message>
        <source>Liberia</source>
        <translation>ليبيريا</translation>
    </message>
    <message>
        <source>Libya</source>
        <translation>ليبيا</translation>
    </message>
    <message>
        <source>Liechtenstein</source>
        <translation>ليختنشتاين</translation>
    </message>
    <message>
        <source>Lithuania</source>
        <translation>ليتوانيا</translation>
    </message>
    <message>
        <source>Luxembourg</source>
        <translation>لوكسمبورغ</translation>
    </message>
    <message>
        <source>Macao SAR China</source>
        <translation>منطقة ماكاو الإدارية الخاصة</translation>
    </message>
    <message>
        <source>Madagascar</source>
        <translation>مدغشقر</translation>
    </message>
    <message>
        <source>Malawi</source>
        <translation>ملاوي</translation>
    </message>
    <message>
        <source>Malaysia</source>
        <translation>ماليزيا</translation>
    </message>
    <message>
        <source>Maldives</source>
        <translation>جزر المالديف</translation>
    </message>
    <message>
        <source>Mali</source>
        <translation>مالي</translation>
    </message>
    <message>
        <source>Malta</source>
        <translation>مالطا</translation>
    </message>
    <message>
        <source>Marshall Islands</source>
        <translation>جزر مارشال</translation>
    </message>
    <message>
        <source>Martinique</source>
        <translation>جزر المارتينيك</translation>
    </message>
    <message>
        <source>Mauritania</source>
        <translation>موريتانيا</translation>
    </message>
    <message>
        <source>Mauritius</source>
        <translation>موريشيوس</translation>
    </message>
    <message>
        <source>Mayotte</source>
        <translation>مايوت</translation>
    </message>
    <message>
        <source>Mexico</source>
        <translation>المكسيك</translation>
    </message>
    <message>
        <source>Micronesia</source>
        <translation>ميكرونيزيا</translation>
    </message>
    <message>
        <source>Moldova</source>
        <translation>مولدوفا</translation>
    </message>
    <message>
        <source>Monaco</source>
        <translation>موناكو</translation>
    </message>
    <message>
        <source>Mongolia</source>
        <translation>منغوليا</translation>
    </message>
    <message>
        <source>Montenegro</source>
        <translation>الجبل الأسود</translation>
    </message>
    <message>
        <source>Montserrat</source>
        <translation>مونتسرات</translation>
    </message>
    <message>
        <source>Morocco</source>
        <translation>المغرب</translation>
    </message>
    <message>
        <source>Mozambique</source>
        <translation>موزمبيق</translation>
    </message>
    <message>
        <source>Myanmar (Burma)</source>
        <translation>ميانمار (بورما)</translation>
    </message>
    <message>
        <source>Namibia</source>
        <translation>ناميبيا</translation>
    </message>
    <message>
        <source>Nauru</source>
        <translation>ناورو</translation>
    </message>
    <message>
        <source>Nepal</source>
        <translation>نيبال</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation>هولندا</translation>
    </message>
    <message>
        <source>New Caledonia</source>
        <translation>كاليدونيا الجديدة</translation>
    </message>
    <message>
        <source>New Zealand</source>
        <translation>نيوزيلندا</translation>
    </message>
    <message>
        <source>Nicaragua</source>
        <translation>نيكاراغوا</translation>
    </message>
    <message>
        <source>Niger</source>
        <translation>النيجر</translation>
    </message>
    <message>
        <source>Nigeria</source>
        <translation>نيجيريا</translation>
    </message>
    <message>
        <source>Niue</source>
        <translation>نيوي</translation>
    </message>
    <message>
        <source>Norfolk Island</source>
        <translation>جزيرة نورفولك</translation>
    </message>
    <message>
        <source>North Korea</source>
        <translation>كوريا الشمالية</translation>
    </message>
    <message>
        <source>North Macedonia</source>
        <translation>مقدونيا الشمالية</translation>
    </message>
    <message>
        <source>Northern Mariana Islands</source>
        <translation>جزر ماريانا الشمالية</translation>
    </message>
    <message>
        <source>Norway</source>
        <translation>النرويج</translation>
    </message>
    <message>
        <source>Oman</source>
        <translation>عُمان</translation>
    </message>
    <message>
        <source>Pakistan</source>
        <translation>باكستان</translation>
    </message>
    <message>
        <source>Palau</source>
        <translation>بالاو</translation>
    </message>
    <message>
        <source>Palestinian Territories</source>
        <translation>الأراضي الفلسطينية</translation>
    </message>
    <message>
        <source>Panama</source>
        <translation>بنما</translation>
    </message>
    <message>
        <source>Papua New Guinea</source>
        <translation>بابوا غينيا الجديدة</translation>
    </message>
    <message>
        <source>Paraguay</source>
        <translation>باراغواي</translation>
    </message>
    <message>
        <source>Peru</source>
        <translation>بيرو</translation>
    </message>
    <message>
        <source>Philippines</source>
        <translation>الفلبين</translation>
    </message>
    <message>
        <source>Poland</source>
        <translation>بولندا</translation>
    </message>
    <message>
        <source>Portugal</source>
        <translation>البرتغال</translation>
    </message>
    <message>
        <source>Puerto Rico</source>
        <translation>بورتوريكو</translation>
    </message>
    <message>
        <source>Qatar</source>
        <translation>قطر</translation>
    </message>
    <message>
        <source>Romania</source>
        <translation>رومانيا</translation>
    </message>
    <message>
        <source>Russia</source>
        <translation>روسيا</translation>
    </message>
    <message>
        <source>Rwanda</source>
        <translation>رواندا</translation>
    </message>
    <message>
        <source>Réunion</source>
        <translation>روينيون</translation>
    </message>
    <message>
        <source>Samoa</source>
        <translation>ساموا</translation>
    </message>
    <message>
        <source>San Marino</source>
        <translation>سان مارينو</translation>
    </message>
    <message>
        <source>Saudi Arabia</source>
        <translation>المملكة العربية السعودية</translation>
    </message>
    <message>
        <source>Senegal</source>
        <translation>السنغال</translation>
    </message>
    <message>
        <source>Serbia</source>
        <translation>صربيا</translation>
    </message>
    <message>
        <source>Seychelles</source>
        <translation>سيشل</translation>
    </message>
    <message>
        <source>Sierra Leone</source>
        <translation>سيراليون</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>سنغافورة</translation>
    </message>
    <message>
        <source>Sint Maarten</source>
        <translation>سانت مارتن</translation>
    </message>
    <message>
        <source>Slovakia</source>
        <translation>سلوفاكيا</translation>
    </message>
    <message>
        <source>Slovenia</source>
        <translation>سلوفينيا</translation>
    </message>
    <message>
        <source>Solomon Islands</source>
        <translation>جزر سليمان</translation>
    </message>
    <message>
        <source>Somalia</source>
        <translation>الصومال</translation>
    </message>
    <message>
        <source>South Africa</source>
        <translation>جنوب أفريقيا</translation>
    </message>
    <message>
        <source>South Korea</source>
        <translation>كوريا الجنوبية</translation>
    </message>
    <message>
        <source>South Sudan</source>
        <translation>جنوب السودان</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>إسبانيا</translation>
    </message>
    <message>
        <source>Sri Lanka</source>
        <translation>سريلانكا</translation>
    </message>
    <message>
        <source>St. Barthélemy</source>
        <translation>سان بارتليمي</translation>
    </message>
    <message>
        <source>St. Helena</source>
        <translation>سانت هيلينا</translation>
    </message>
    <message>
        <source>St. Kitts &amp; Nevis</source>
        <translation>سانت كيتس ونيفيس</translation>
    </message>
    <message>
        <source>St. Lucia</source>
        <translation>سانت لوسيا</translation>
    </message>
    <message>
        <source>St. Martin</source>
        <translation>سان مارتن</translation>
    </message>
    <message>
        <source>St. Pierre &amp; Miquelon</source>
        <translation>سان بيير ومكويلون</translation>
    </message>
    <message>
        <source>St. Vincent &amp; Grenadines</source>
        <translation>سانت فنسنت وجزر غرينادين</translation>
    </message>
    <message>
        <source>Sudan</source>
        <translation>السودان</translation>
    </message>
    <message>
        <source>Suriname</source>
        <translation>سورينام</translation>
    </message>
    <message>
        <source>Svalbard &amp; Jan Mayen</source>
        <translation>سفالبارد وجان ماين</translation>
    </message>
    <message>
        <source>Sweden</source>
        <translation>السويد</translation>
    </message>
    <message>
        <source>Switzerland</source>
        <translation>سويسرا</translation>
    </message>
    <message>
        <source>Syria</source>
        <translation>سوريا</translation>
    </message>
    <message>
        <source>São Tomé &amp; Príncipe</source>
        <translation>ساو تومي وبرينسيبي</translation>
    </message>
    <message>
        <source>Taiwan</source>
        <translation>تايوان</translation>
    </message>
    <message>
        <source>Tajikistan</source>
        <translation>طاجيكستان</translation>
    </message>
    <message>
        <source>Tanzania</source>
        <translation>تنزانيا</translation>
    </message>
    <message>
        <source>Thailand</source>
        <translation>تايلاند</translation>
    </message>
    <message>
        <source>Timor-Leste</source>
        <translation>تيمور - ليشتي</translation>
    </message>
    <message>
        <source>Togo</source>
        <translation>توغو</translation>
    </message>
    <message>
        <source>Tokelau</source>
        <translation>توكيلاو</translation>
    </message>
    <message>
        <source>Tonga</source>
        <translation>تونغا</translation>
    </message>
    <message>
        <source>Trinidad &amp; Tobago</source>
        <translation>ترينيداد وتوباغو</translation>
    </message>
    <message>
        <source>Tristan da Cunha</source>
        <translation>تريستان دا كونا</translation>
    </message>
    <message>
        <source>Tunisia</source>
        <translation>تونس</translation>
    </message>
    <message>
        <source>Turkmenistan</source>
        <translation>تركمانستان</translation>
    </message>
    <message>
        <source>Turks &amp; Caicos Islands</source>
        <translation>جزر توركس وكايكوس</translation>
    </message>
    <message>
        <source>Tuvalu</source>
        <translation>توفالو</translation>
    </message>
    <message>
        <source>Türkiye</source>
        <translation>تركيا</translation>
    </message>
    <message>
        <source>U.S. Virgin Islands</source>
        <translation>جزر فيرجن الأمريكية</translation>
    </message>
    <message>
        <source>Uganda</source>
        <translation>أوغندا</translation>
    </message>
    <message>
        <source>Ukraine</source>
        <translation>أوكرانيا</translation>
    </message>
    <message>
        <source>United Arab Emirates</source>
        <translation>الإمارات العربية المتحدة</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>المملكة المتحدة</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>الولايات المتحدة</translation>
    </message>
    <message>
        <source>Uruguay</source>
        <translation>أورغواي</translation>
    </message>
    <message>
        <source>Uzbekistan</source>
        <translation>أوزبكستان</translation>
    </message>
    <message>
        <source>Vanuatu</source>
        <translation>فانواتو</translation>
    </message>
    <message>
        <source>Vatican City</source>
        <translation>الفاتيكان</translation>
    </message>
    <message>
        <source>Venezuela</source>
        <translation>فنزويلا</translation>
    </message>
    <message>
        <source>Vietnam</source>
        <translation>فيتنام</translation>
    </message>
    <message>
        <source>Wallis &amp; Futuna</source>
        <translation>جزر والس وفوتونا</translation>
    </message>
    <message>
        <source>Western Sahara</source>
        <translation>الصحراء الغربية</translation>
    </message>
    <message>
        <source>Yemen</source>
        <translation>اليمن</translation>
    </message>
    <message>
        <source>Zambia</source>
        <translation>زامبيا</translation>
    </message>
    <message>
        <source>Zimbabwe</source>
        <translation>زيمبابوي</translation>
    </message>
    <message>
        <source>Åland Islands</source>
        <translation>جزر آلاند</translation>
    </message>
</context>
<context>
    <name>desk_side</name>
    <message>
        <source>Available at the desk, after signing in</source>
        <translation>متاح بعد تسجيل الدخول</translation>
    </message>
    <message>
        <source>Not in a replay</source>
        <translation>غير متاح في إعادة العرض</translation>
    </message>
</context>
<context>
    <name>dial_words</name>
    <message>
        <source>Asking the service to call {number}…</source>
        <translation>يُطلب من الخدمة الاتصال بـ {number}…</translation>
    </message>
    <message>
        <source>Blocked from here: the service will not connect this number</source>
        <translation>محظور من هنا: لن تصل الخدمة هذا الرقم</translation>
    </message>
    <message>
        <source>Calling your phone. Pick it up to be connected with {number}.</source>
        <translation>هاتفك يرن. ارفع السماعة لتتصل بـ {number}.</translation>
    </message>
    <message>
        <source>Calling {number}…</source>
        <translation>جارٍ الاتصال بـ {number}…</translation>
    </message>
    <message>
        <source>Codes with * or # are dialled on the phone itself</source>
        <translation>الرموز التي فيها * أو # تُطلب من الهاتف نفسه</translation>
    </message>
    <message>
        <source>Maybe ringing: look at your phone. The service gave no clear answer.</source>
        <translation>ربما يرن: انظر إلى هاتفك. لم تعطِ الخدمة جوابًا واضحًا.</translation>
    </message>
    <message>
        <source>Nobody knows whether your phone still rings. Dial anyway?</source>
        <translation>لا يُعرف هل ما زال هاتفك يرن. هل تتصل على أي حال؟</translation>
    </message>
    <message>
        <source>Not connected: this ends whatever runs on your phone now, even another call. Hang up?</source>
        <translation>لا يوجد اتصال: سيُنهي هذا كل ما يجري الآن على هاتفك، حتى مكالمة أخرى. هل تريد إنهاء المكالمة؟</translation>
    </message>
    <message>
        <source>Talking with {number}</source>
        <translation>محادثة مع {number}</translation>
    </message>
    <message>
        <source>The call was not ended: {reason}</source>
        <translation>لم تُنهَ المكالمة: {reason}</translation>
    </message>
    <message>
        <source>The call with {number} is over</source>
        <translation>انتهت المكالمة مع {number}</translation>
    </message>
    <message>
        <source>The last hang-up has no answer yet and could end this call, too. Dial anyway?</source>
        <translation>لم يرد بعد جواب على طلب الإنهاء السابق، وقد يُنهي هذه المكالمة أيضًا. هل تريد الاتصال رغم ذلك؟</translation>
    </message>
    <message>
        <source>The number is hidden</source>
        <translation>الرقم مخفي</translation>
    </message>
    <message>
        <source>There is no phone number in this text</source>
        <translation>لا يوجد رقم هاتف في هذا النص</translation>
    </message>
    <message>
        <source>This ends every call on your phone, also the one on hold. Hang up?</source>
        <translation>هذا ينهي كل مكالمة على هاتفك، حتى المكالمة المعلّقة. هل تنهيها؟</translation>
    </message>
    <message>
        <source>This number cannot be called by click.</source>
        <translation>لا يمكن الاتصال بهذا الرقم بنقرة.</translation>
    </message>
    <message>
        <source>Too long for a phone number</source>
        <translation>أطول من رقم هاتف</translation>
    </message>
    <message>
        <source>Too short for a phone number</source>
        <translation>أقصر من رقم هاتف</translation>
    </message>
    <message>
        <source>Type or paste a number</source>
        <translation>اكتب رقمًا أو الصقه</translation>
    </message>
    <message>
        <source>Voicenter could not start the call. Try again in a minute.</source>
        <translation>لم تستطع Voicenter بدء المكالمة. حاول مرة أخرى بعد دقيقة.</translation>
    </message>
    <message>
        <source>Voicenter refused the call. Check the number and your extension.</source>
        <translation>رفضت Voicenter المكالمة. تحقق من الرقم ومن تحويلتك.</translation>
    </message>
    <message>
        <source>What became of the call to {number} could not be seen</source>
        <translation>تعذّرت رؤية ما آلت إليه المكالمة إلى {number}</translation>
    </message>
    <message>
        <source>Will dial extension {number}</source>
        <translation>سيُطلب التحويلة {number}</translation>
    </message>
    <message>
        <source>Will dial {number}</source>
        <translation>سيُطلب {number}</translation>
    </message>
    <message>
        <source>Will dial {number} as typed</source>
        <translation>سيُطلب {number} كما كُتب</translation>
    </message>
    <message>
        <source>You are on a call. Dial anyway?</source>
        <translation>أنت في مكالمة. هل تتصل على أي حال؟</translation>
    </message>
    <message>
        <source>You ended the call before {number} answered</source>
        <translation>أنهيت المكالمة قبل أن يجيب {number}</translation>
    </message>
    <message>
        <source>Your extension may not start calls by click. Ask your administrator to allow it.</source>
        <translation>لا يُسمح لتحويلتك ببدء المكالمات بنقرة. اطلب من المسؤول السماح بذلك.</translation>
    </message>
    <message>
        <source>Your phone has no call: {number} was hardly called</source>
        <translation>لا مكالمة على هاتفك: على الأرجح لم يُتصل بـ {number}</translation>
    </message>
    <message>
        <source>Your phone is not connected to Voicenter. Check that it is on and signed in.</source>
        <translation>هاتفك غير متصل بـ Voicenter. تحقق من أنه يعمل ومسجّل الدخول.</translation>
    </message>
    <message>
        <source>Your phone is up, {number} comes next</source>
        <translation>هاتفك مرفوع، والتالي {number}</translation>
    </message>
    <message>
        <source>Your phone was not picked up, so {number} was not called</source>
        <translation>لم تُرفع سماعة هاتفك، فلم يُتصل بـ {number}</translation>
    </message>
    <message>
        <source>Your phone will ring. Pick it up to be connected with {number}.</source>
        <translation>سيرن هاتفك. ارفع السماعة لتتصل بـ {number}.</translation>
    </message>
    <message>
        <source>internet line</source>
        <translation>خط إنترنت</translation>
    </message>
    <message>
        <source>landline</source>
        <translation>خط ثابت</translation>
    </message>
    <message>
        <source>mobile</source>
        <translation>محمول</translation>
    </message>
    <message>
        <source>shared cost</source>
        <translation>تكلفة مشتركة</translation>
    </message>
    <message>
        <source>the first of several numbers</source>
        <translation>الأول من عدة أرقام</translation>
    </message>
    <message>
        <source>toll-free</source>
        <translation>مجاني</translation>
    </message>
    <message>
        <source>{country}, {line}</source>
        <translation>{country}، {line}</translation>
    </message>
    <message>
        <source>{number} could not be reached. Check the number.</source>
        <translation>تعذّر الوصول إلى {number}. تحقق من الرقم.</translation>
    </message>
    <message>
        <source>{number} did not answer</source>
        <translation>لم يُجب {number}</translation>
    </message>
    <message>
        <source>{number} is an emergency number</source>
        <translation>{number} رقم طوارئ</translation>
    </message>
    <message>
        <source>{number} is an emergency number. Call it?</source>
        <translation>{number} رقم طوارئ. هل تتصل به؟</translation>
    </message>
    <message>
        <source>{number} is busy</source>
        <translation>{number} مشغول</translation>
    </message>
    <message>
        <source>{number} may cost more than a usual call</source>
        <translation>قد يكلّف {number} أكثر من مكالمة عادية</translation>
    </message>
    <message>
        <source>{number} may cost more than a usual call. Call it?</source>
        <translation>قد يكلّف {number} أكثر من مكالمة عادية. هل تتصل به؟</translation>
    </message>
    <message>
        <source>{number} was blocked from here. Call it anyway?</source>
        <translation>حُظر {number} من هنا. هل تتصل به على أي حال؟</translation>
    </message>
</context>
<context>
    <name>dry_run</name>
    <message>
        <source>Also: {reason}</source>
        <translation>وأيضًا: {reason}</translation>
    </message>
    <message>
        <source>More than fits here is left out.</source>
        <translation>حُذف ما لا يتّسع له المكان هنا.</translation>
    </message>
    <message>
        <source>No link</source>
        <translation>لا رابط</translation>
    </message>
    <message>
        <source>No pop: nothing is known of this call</source>
        <translation>لا بطاقة: لا شيء معروف عن هذه المكالمة</translation>
    </message>
    <message>
        <source>The call log keeps no names of callers; the call itself may have had one.</source>
        <translation>سجل المكالمات لا يحفظ أسماء المتصلين؛ ربما كان للمكالمة نفسها اسم.</translation>
    </message>
    <message>
        <source>Title: {reason}</source>
        <translation>العنوان: {reason}</translation>
    </message>
    <message>
        <source>from the call log</source>
        <translation>من سجل المكالمات</translation>
    </message>
    <message>
        <source>hidden: {labels}</source>
        <translation>مخفي: {labels}</translation>
    </message>
    <message>
        <source>renamed: {labels}</source>
        <translation>باسم آخر: {labels}</translation>
    </message>
    <message>
        <source>{key}: its rule finds no such value in this call</source>
        <translation>{key}: لا تجد قاعدته قيمة كهذه في هذه المكالمة</translation>
    </message>
    <message>
        <source>{key}: its rule has a link, but the call no such value</source>
        <translation>{key}: لقاعدته رابط، لكن لا قيمة كهذه في المكالمة</translation>
    </message>
    <message>
        <source>{key}: not shown, its rule hides it</source>
        <translation>{key}: غير معروض، قاعدته تخفيه</translation>
    </message>
    <message>
        <source>{key}: not shown, the card is full</source>
        <translation>{key}: غير معروض، البطاقة ممتلئة</translation>
    </message>
    <message>
        <source>{key}: not shown, the service&apos;s own</source>
        <translation>{key}: غير معروض، يخصّ الخدمة نفسها</translation>
    </message>
    <message>
        <source>{key}: shown as {label}, by its rule</source>
        <translation>{key}: معروض باسم {label} وفق قاعدته</translation>
    </message>
    <message>
        <source>{key}: shown as {label}, no rule renames it</source>
        <translation>{key}: معروض باسم {label}، لا قاعدة تعيد تسميته</translation>
    </message>
    <message>
        <source>{label} opens {host}</source>
        <translation>{label} يفتح {host}</translation>
    </message>
</context>
<context>
    <name>fault_words</name>
    <message>
        <source>A file of this program cannot be written.</source>
        <translation>تتعذر كتابة ملف من ملفات هذا البرنامج.</translation>
    </message>
    <message>
        <source>Another program holds the history on this PC.</source>
        <translation>برنامج آخر يحجز السجل على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Ask IT about the proxy of this network.</source>
        <translation>يرجى سؤال قسم تقنية المعلومات عن الخادم الوكيل لهذه الشبكة.</translation>
    </message>
    <message>
        <source>Ask your administrator for the API code of your account.</source>
        <translation>اطلب من المسؤول رمز API الخاص بحساب مؤسستك.</translation>
    </message>
    <message>
        <source>Ask your administrator for the API code.</source>
        <translation>يرجى طلب رمز API من مسؤول النظام.</translation>
    </message>
    <message>
        <source>Ask your administrator to add this network&apos;s address to the list.</source>
        <translation>يرجى أن تطلب من مسؤول النظام إضافة عنوان هذه الشبكة إلى القائمة.</translation>
    </message>
    <message>
        <source>Check the free space and the rights of the folder.</source>
        <translation>يرجى التحقق من المساحة المتاحة ومن أذونات المجلد.</translation>
    </message>
    <message>
        <source>Check the name and the password, then sign in again.</source>
        <translation>يرجى التحقق من الاسم وكلمة المرور ثم تسجيل الدخول مجددًا.</translation>
    </message>
    <message>
        <source>Check the network and try again.</source>
        <translation>يرجى التحقق من الشبكة ثم إعادة المحاولة.</translation>
    </message>
    <message>
        <source>Check the network connection, then the server&apos;s address.</source>
        <translation>يرجى التحقق من اتصال الشبكة ثم من عنوان الخادم.</translation>
    </message>
    <message>
        <source>Check the rights of the file; until then no choice is kept.</source>
        <translation>تحقق من أذونات الملف؛ وحتى ذلك الحين لا يُحفظ أي اختيار.</translation>
    </message>
    <message>
        <source>Check the rights of the program&apos;s folder; until then nothing new is kept.</source>
        <translation>تحقق من صلاحيات مجلد البرنامج؛ وحتى ذلك الحين لن يُحفظ شيء جديد.</translation>
    </message>
    <message>
        <source>Check the server&apos;s address; a proxy or a log-in page may stand in between.</source>
        <translation>يرجى التحقق من عنوان الخادم؛ قد يقف بينكما خادم وكيل أو صفحة دخول.</translation>
    </message>
    <message>
        <source>Check this PC&apos;s clock, then ask IT whether a proxy inspects the connection.</source>
        <translation>يرجى التحقق من ساعة هذا الجهاز، ثم سؤال قسم تقنية المعلومات عما إذا كان خادم وكيل يفحص الاتصال.</translation>
    </message>
    <message>
        <source>Check what you asked for and try again.</source>
        <translation>يرجى التحقق مما طلبته ثم إعادة المحاولة.</translation>
    </message>
    <message>
        <source>Close other programs that read it, then try again.</source>
        <translation>أغلق البرامج الأخرى التي تقرؤه ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>يرجى تصحيحه ثم إعادة المحاولة.</translation>
    </message>
    <message>
        <source>Free some space.</source>
        <translation>أفرغ بعض المساحة.</translation>
    </message>
    <message>
        <source>It is sent again as soon as it can be.</source>
        <translation>يُعاد الإرسال حالما يمكن ذلك.</translation>
    </message>
    <message>
        <source>Keep the window open while you work.</source>
        <translation>يرجى إبقاء النافذة مفتوحة أثناء العمل.</translation>
    </message>
    <message>
        <source>Let the system set the time by itself.</source>
        <translation>دع النظام يضبط الوقت بنفسه.</translation>
    </message>
    <message>
        <source>Look at your phone: nothing was changed.</source>
        <translation>انظر إلى هاتفك: لم يتغير شيء.</translation>
    </message>
    <message>
        <source>Look before you try again.</source>
        <translation>يرجى التحقق قبل إعادة المحاولة.</translation>
    </message>
    <message>
        <source>Look through the settings. The old file is kept beside the new one.</source>
        <translation>راجع الإعدادات. الملف القديم محفوظ بجانب الجديد.</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>لم يسجّل أحد الدخول.</translation>
    </message>
    <message>
        <source>Nobody knows whether this is recorded.</source>
        <translation>لا أحد يعلم إن كانت المكالمة تُسجَّل.</translation>
    </message>
    <message>
        <source>Nothing was sent: it was not needed any more.</source>
        <translation>لم يُرسل شيء: لم يعد ذلك لازمًا.</translation>
    </message>
    <message>
        <source>Sign in, then try again.</source>
        <translation>سجّل الدخول ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>حدث خطأ ما.</translation>
    </message>
    <message>
        <source>Start the program again; it saves what can be read.</source>
        <translation>شغّل البرنامج من جديد؛ فهو ينقذ ما يمكن قراءته.</translation>
    </message>
    <message>
        <source>Tell your administrator.</source>
        <translation>أبلغ المسؤول.</translation>
    </message>
    <message>
        <source>The answer was not one that Voicenter gives.</source>
        <translation>الإجابة ليست مما يعطيه Voicenter.</translation>
    </message>
    <message>
        <source>The damaged file is kept beside the new one for a month.</source>
        <translation>يُحتفظ بالملف التالف بجانب الجديد لمدة شهر.</translation>
    </message>
    <message>
        <source>The disk is full, so nothing new is kept.</source>
        <translation>القرص ممتلئ، لذلك لا يُحفظ شيء جديد.</translation>
    </message>
    <message>
        <source>The history on this PC cannot be read or written.</source>
        <translation>لا يمكن قراءة السجل على هذا الحاسوب أو الكتابة فيه.</translation>
    </message>
    <message>
        <source>The history on this PC is damaged.</source>
        <translation>السجل على هذا الحاسوب تالف.</translation>
    </message>
    <message>
        <source>The history on this PC was damaged; what could be read was carried over.</source>
        <translation>تلف السجل على هذا الحاسوب؛ ونُقل ما أمكنت قراءته.</translation>
    </message>
    <message>
        <source>The history on this PC was written by a newer version of this program.</source>
        <translation>كُتب السجل على هذا الحاسوب بإصدار أحدث من هذا البرنامج.</translation>
    </message>
    <message>
        <source>The name of Voicenter&apos;s server could not be looked up.</source>
        <translation>تعذر العثور على اسم خادم Voicenter.</translation>
    </message>
    <message>
        <source>The phone system says otherwise.</source>
        <translation>المقسم يقول غير ذلك.</translation>
    </message>
    <message>
        <source>The proxy refused the connection.</source>
        <translation>رفض الخادم الوكيل الاتصال.</translation>
    </message>
    <message>
        <source>The server could not prove that it is Voicenter.</source>
        <translation>لم يستطع الخادم إثبات أنه Voicenter.</translation>
    </message>
    <message>
        <source>The server could not prove who it is.</source>
        <translation>لم يستطع الخادم إثبات هويته.</translation>
    </message>
    <message>
        <source>The service asks for a short pause.</source>
        <translation>تطلب الخدمة مهلة قصيرة.</translation>
    </message>
    <message>
        <source>The service cannot be reached.</source>
        <translation>يتعذر الوصول إلى الخدمة.</translation>
    </message>
    <message>
        <source>The service did not answer in time.</source>
        <translation>لم تُجب الخدمة في الوقت المناسب.</translation>
    </message>
    <message>
        <source>The service does not know this call.</source>
        <translation>لا تعرف الخدمة هذه المكالمة.</translation>
    </message>
    <message>
        <source>The service reported a fault of its own.</source>
        <translation>أبلغت الخدمة عن عطل لديها.</translation>
    </message>
    <message>
        <source>The settings file cannot be read, so it is left as it is.</source>
        <translation>تتعذّر قراءة ملف الإعدادات، لذا يُترك كما هو.</translation>
    </message>
    <message>
        <source>This PC has no keyring that could keep the sign-in.</source>
        <translation>لا توجد على هذا الجهاز حافظة مفاتيح تحفظ تسجيل الدخول.</translation>
    </message>
    <message>
        <source>This PC&apos;s clock is wrong.</source>
        <translation>ساعة هذا الحاسوب غير صحيحة.</translation>
    </message>
    <message>
        <source>This desktop shows no notifications.</source>
        <translation>لا يعرض سطح المكتب هذا إشعارات.</translation>
    </message>
    <message>
        <source>This desktop shows no tray icon.</source>
        <translation>لا يعرض سطح المكتب هذا أيقونة في علبة النظام.</translation>
    </message>
    <message>
        <source>This input cannot be used.</source>
        <translation>لا يمكن استخدام هذا الإدخال.</translation>
    </message>
    <message>
        <source>This needs your account&apos;s API code.</source>
        <translation>يتطلب هذا رمز API الخاص بحساب مؤسستك.</translation>
    </message>
    <message>
        <source>This network&apos;s proxy refused the connection.</source>
        <translation>رفض الخادم الوكيل لهذه الشبكة الاتصال.</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>يرجى إعادة المحاولة بعد دقيقة.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>يرجى إعادة المحاولة.</translation>
    </message>
    <message>
        <source>Update this program; until then the history is left alone and nothing is kept.</source>
        <translation>حدّث هذا البرنامج؛ وحتى ذلك الحين يُترك السجل كما هو ولا يُحفظ شيء.</translation>
    </message>
    <message>
        <source>Voicenter asks for a pause between requests.</source>
        <translation>يطلب Voicenter مهلة بين الطلبات.</translation>
    </message>
    <message>
        <source>Voicenter cannot be reached.</source>
        <translation>يتعذر الوصول إلى Voicenter.</translation>
    </message>
    <message>
        <source>Voicenter did not accept the API code.</source>
        <translation>لم يقبل Voicenter رمز API.</translation>
    </message>
    <message>
        <source>Voicenter did not accept this sign-in.</source>
        <translation>لم يقبل Voicenter تسجيل الدخول هذا.</translation>
    </message>
    <message>
        <source>Voicenter did not answer in time; it may have been done all the same.</source>
        <translation>لم يُجب Voicenter في الوقت المناسب؛ وربما تم الأمر مع ذلك.</translation>
    </message>
    <message>
        <source>Voicenter refused the request.</source>
        <translation>رفض Voicenter الطلب.</translation>
    </message>
    <message>
        <source>Voicenter reported a fault of its own.</source>
        <translation>أبلغ Voicenter عن عطل لديه.</translation>
    </message>
    <message>
        <source>Wait a few seconds, then try again.</source>
        <translation>يرجى الانتظار بضع ثوانٍ ثم إعادة المحاولة.</translation>
    </message>
    <message>
        <source>You are signed in for this session only.</source>
        <translation>تسجيل الدخول لهذه الجلسة فقط.</translation>
    </message>
    <message>
        <source>Your administrator&apos;s settings could not be read and are not used.</source>
        <translation>تعذّرت قراءة إعدادات المسؤول، لذا لا تُستخدم.</translation>
    </message>
    <message>
        <source>Your network is not on Voicenter&apos;s list.</source>
        <translation>شبكتك ليست في قائمة Voicenter.</translation>
    </message>
    <message>
        <source>Your settings could not be read, so they begin anew.</source>
        <translation>تعذّرت قراءة إعداداتك، لذا تبدأ من جديد.</translation>
    </message>
</context>
<context>
    <name>folding</name>
    <message>
        <source>Hidden</source>
        <translation>مخفي</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>معروض</translation>
    </message>
</context>
<context>
    <name>history_dates</name>
    <message>
        <source>Any day</source>
        <translation>أي يوم</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>من … إلى …</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>آخر 30 يومًا</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>آخر 7 أيام</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>أمس</translation>
    </message>
</context>
<context>
    <name>history_words</name>
    <message>
        <source>Answered</source>
        <translation>تم الرد</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>مشغول</translation>
    </message>
    <message>
        <source>Caller gave up</source>
        <translation>أغلق المتصل</translation>
    </message>
    <message>
        <source>Dialled from the screen</source>
        <translation>اتصال من الشاشة</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>فشلت</translation>
    </message>
    <message>
        <source>From the call log</source>
        <translation>من سجل المكالمات</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>واردة</translation>
    </message>
    <message>
        <source>Listened to</source>
        <translation>استماع</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>فائتة</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>لا رد</translation>
    </message>
    <message>
        <source>Number not in use</source>
        <translation>الرقم غير مستخدم</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>صادرة</translation>
    </message>
    <message>
        <source>Recovered from the call log</source>
        <translation>استُعيدت من سجل المكالمات</translation>
    </message>
    <message>
        <source>Seen live</source>
        <translation>شوهدت مباشرةً</translation>
    </message>
    <message>
        <source>Taken by a colleague</source>
        <translation>أجاب عنها زميل</translation>
    </message>
    <message>
        <source>Taken by {name}</source>
        <translation>أجاب عنها {name}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>حُوّلت</translation>
    </message>
    <message>
        <source>Voicemail</source>
        <translation>بريد صوتي</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>أمس</translation>
    </message>
    <message>
        <source>You declined</source>
        <translation>رفضتَها</translation>
    </message>
    <message>
        <source>queue {name}</source>
        <translation>طابور {name}</translation>
    </message>
    <message>
        <source>talked {length}</source>
        <translation>مدة التحدث {length}</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>مع ملاحظة</translation>
    </message>
    <message>
        <source>with a recording</source>
        <translation>مع تسجيل</translation>
    </message>
    <message>
        <source>{day} {time}</source>
        <translation>{day} {time}</translation>
    </message>
    <message>
        <source>{length} with the wait</source>
        <translation>{length} مع الانتظار</translation>
    </message>
</context>
<context>
    <name>hotkey_words</name>
    <message>
        <source>Another program or the system has this combination. Choose another.</source>
        <translation>هذه التركيبة لبرنامج آخر أو للنظام. اختر غيرها.</translation>
    </message>
    <message>
        <source>Go to the call</source>
        <translation>الانتقال إلى المكالمة</translation>
    </message>
    <message>
        <source>Mute or resume recording</source>
        <translation>كتم التسجيل أو استئنافه</translation>
    </message>
    <message>
        <source>Show the number on the clipboard</source>
        <translation>عرض الرقم الموجود في الحافظة</translation>
    </message>
    <message>
        <source>The desktop gives: {keys}</source>
        <translation>سطح المكتب يمنح: {keys}</translation>
    </message>
    <message>
        <source>The desktop took this key back. Open the settings again to ask for it.</source>
        <translation>استعاد سطح المكتب هذا المفتاح. افتح الإعدادات من جديد لطلبه.</translation>
    </message>
    <message>
        <source>The desktop was not allowed to give this key. Clear it and set it again to be asked.</source>
        <translation>لم يُسمح لسطح المكتب بمنح هذا المفتاح. امسحه وحدّده من جديد ليُطلب إذنك.</translation>
    </message>
    <message>
        <source>This combination cannot be used. Choose another.</source>
        <translation>لا يمكن استخدام هذه التركيبة. اختر غيرها.</translation>
    </message>
    <message>
        <source>This combination is set twice. Choose another.</source>
        <translation>هذه التركيبة محددة مرتين. اختر غيرها.</translation>
    </message>
    <message>
        <source>This keyboard has no such key. Choose another.</source>
        <translation>لا يوجد مفتاح كهذا في لوحة المفاتيح هذه. اختر غيره.</translation>
    </message>
</context>
<context>
    <name>link_words</name>
    <message>
        <source>Link of {label}: a rule for custom data makes it</source>
        <translation>رابط {label}: تُنشئه قاعدة للبيانات المخصصة</translation>
    </message>
    <message>
        <source>Link of {label}: the value is a web address</source>
        <translation>رابط {label}: القيمة عنوان ويب</translation>
    </message>
    <message>
        <source>Links open when they are pressed, never by themselves</source>
        <translation>تُفتح الروابط عند الضغط عليها، ولا تُفتح من تلقاء نفسها</translation>
    </message>
    <message>
        <source>No link for {label}: its rule and the value make no web address</source>
        <translation>لا رابط لـ {label}: القاعدة والقيمة لا تكوّنان عنوان ويب</translation>
    </message>
    <message>
        <source>No link for {label}: the call brought no value for it</source>
        <translation>لا رابط لـ {label}: لم تجلب المكالمة قيمة له</translation>
    </message>
    <message>
        <source>No link for {label}: the host {host} is not allowed</source>
        <translation>لا رابط لـ {label}: الخادم {host} غير مسموح</translation>
    </message>
    <message>
        <source>Nothing to open: no value is a web address, no rule makes a link</source>
        <translation>لا شيء يُفتح: لا قيمة هي عنوان ويب ولا قاعدة تُنشئ رابطًا</translation>
    </message>
</context>
<context>
    <name>queue_words</name>
    <message>
        <source>Hidden number</source>
        <translation>رقم مخفي</translation>
    </message>
    <message>
        <source>Longest {time} · {level}</source>
        <translation>الأطول {time} · {level}</translation>
    </message>
    <message>
        <source>Nobody waits</source>
        <translation>لا أحد ينتظر</translation>
    </message>
    <message>
        <source>Queue {number}</source>
        <translation>طابور {number}</translation>
    </message>
    <message>
        <source>answered {answered} · gave up {abandoned}</source>
        <translation>أُجيب {answered} · تخلّى {abandoned}</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>جيد</translation>
    </message>
    <message>
        <source>long</source>
        <translation>طويل</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>طويل جدًا</translation>
    </message>
    <message>
        <source>waited {time}</source>
        <translation>انتظر {time}</translation>
    </message>
    <message>
        <source>{caller}, waits {time} in {queue}, {level}</source>
        <translation>{caller}، ينتظر {time} في {queue}، {level}</translation>
    </message>
</context>
<context>
    <name>settings_guard</name>
    <message>
        <source>Nothing here says which window is in front, so this has no effect.</source>
        <translation>لا شيء هنا يحدد النافذة الأمامية، لذا لا أثر لهذا.</translation>
    </message>
    <message>
        <source>The system no longer says which window is in front.</source>
        <translation>لم يعد النظام يحدد النافذة الأمامية.</translation>
    </message>
    <message>
        <source>This desktop (Wayland) shows no program the windows of others, so this has no effect.</source>
        <translation>سطح المكتب هذا (Wayland) لا يُظهر لأي برنامج نوافذ غيره، لذا لا أثر لهذا.</translation>
    </message>
    <message>
        <source>Titles of windows cannot be seen here, so this has no effect.</source>
        <translation>لا يمكن رؤية عناوين النوافذ هنا، لذا لا أثر لهذا.</translation>
    </message>
    <message>
        <source>macOS shows titles only with a permission that this program does not ask for, so this has no effect.</source>
        <translation>لا يُظهر macOS العناوين إلا بإذن لا يطلبه هذا البرنامج، لذا لا أثر لهذا.</translation>
    </message>
</context>
<context>
    <name>settings_sections</name>
    <message>
        <source>This desktop (Wayland) decides itself where windows stand: pops may be elsewhere, and below other windows.</source>
        <translation>سطح المكتب هذا (Wayland) يقرّر بنفسه أماكن النوافذ: قد تظهر البطاقات في مكان آخر وتحت نوافذ أخرى.</translation>
    </message>
</context>
<context>
    <name>settings_support</name>
    <message>
        <source>API code</source>
        <translation>رمز API</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>الساعة</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>التشفير</translation>
    </message>
    <message>
        <source>How long the sign-in lasts</source>
        <translation>مدة صلاحية تسجيل الدخول</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>سلسلة المفاتيح</translation>
    </message>
    <message>
        <source>Live events</source>
        <translation>الأحداث المباشرة</translation>
    </message>
    <message>
        <source>Names of the servers</source>
        <translation>أسماء الخوادم</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>البروتوكول</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>الخادم الوكيل</translation>
    </message>
    <message>
        <source>Recording control</source>
        <translation>التحكم في التسجيل</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>تسجيل الدخول</translation>
    </message>
</context>
<context>
    <name>status_words</name>
    <message>
        <source>A status cannot be confirmed without the link</source>
        <translation>لا يمكن تأكيد الحالة بدون اتصال</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>متاح</translation>
    </message>
    <message>
        <source>Briefing</source>
        <translation>إحاطة</translation>
    </message>
    <message>
        <source>Logged out</source>
        <translation>خارج النظام</translation>
    </message>
    <message>
        <source>Lunch</source>
        <translation>استراحة غداء</translation>
    </message>
    <message>
        <source>No extension of yours is followed</source>
        <translation>لا توجد تحويلة لك قيد المتابعة</translation>
    </message>
    <message>
        <source>Not connected: it may have changed.</source>
        <translation>لا يوجد اتصال: ربما تغيّرت.</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>أخرى</translation>
    </message>
    <message>
        <source>Paperwork</source>
        <translation>عمل مكتبي</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>شأن خاص</translation>
    </message>
    <message>
        <source>Somebody else is signed in on this extension.</source>
        <translation>شخص آخر مسجَّل على هذه التحويلة.</translation>
    </message>
    <message>
        <source>Status {number}</source>
        <translation>الحالة {number}</translation>
    </message>
    <message>
        <source>Team meeting</source>
        <translation>اجتماع الفريق</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>تدريب</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>غير معروفة</translation>
    </message>
    <message>
        <source>Voicenter does not know this extension.</source>
        <translation>لا تعرف Voicenter هذه التحويلة.</translation>
    </message>
    <message>
        <source>Voicenter does not say whose extension this is.</source>
        <translation>لا تذكر Voicenter صاحب هذه التحويلة.</translation>
    </message>
    <message>
        <source>Waiting until Voicenter confirms {status}.</source>
        <translation>بانتظار تأكيد Voicenter: {status}.</translation>
    </message>
    <message>
        <source>You asked for {status}, then another status was set for you.</source>
        <translation>طلبتَ الحالة {status}، ثم ضُبطت لك حالة أخرى.</translation>
    </message>
    <message>
        <source>Your account does not use this status.</source>
        <translation>هذه الحالة غير مستخدمة في حسابك.</translation>
    </message>
    <message>
        <source>Your status was not changed to {status}. {reason}</source>
        <translation>لم تتغيّر حالتك إلى {status}. {reason}</translation>
    </message>
    <message>
        <source>{status} at {time}</source>
        <translation>{status} عند {time}</translation>
    </message>
    <message>
        <source>{status} is not confirmed yet.</source>
        <translation>{status}: لم تؤكَّد بعد.</translation>
    </message>
    <message>
        <source>{status} is not confirmed yet: Voicenter agreed, but does not show it so far.</source>
        <translation>{status}: لم تؤكَّد بعد. وافقت Voicenter لكنها لا تُظهرها حتى الآن.</translation>
    </message>
    <message>
        <source>{status} is not confirmed yet: no clear answer came. It may have been set.</source>
        <translation>{status}: لم تؤكَّد بعد. لم يصل رد واضح، وربما ضُبطت الحالة.</translation>
    </message>
    <message>
        <source>{status} since {time}</source>
        <translation>{status} منذ {time}</translation>
    </message>
    <message>
        <source>{status} was set on {done}, but not on {rest}. {reason}</source>
        <translation>عُيِّنت {status} على {done}، ولكن ليس على {rest}. {reason}</translation>
    </message>
    <message>
        <source>{status} was set on {done}. For {rest} no clear answer came: it may have been set, too.</source>
        <translation>عُيِّنت {status} على {done}. ولم يرد جواب واضح عن {rest}: ربما عُيِّنت هناك أيضًا.</translation>
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
        <translation>مباشرة</translation>
    </message>
    <message>
        <source>No status</source>
        <translation>بلا حالة</translation>
    </message>
    <message>
        <source>Not shown to you</source>
        <translation>غير معروض لك</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>صادرة</translation>
    </message>
    <message>
        <source>Queue {number}</source>
        <translation>طابور {number}</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>مسجل الخروج</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>مفضل</translation>
    </message>
    <message>
        <source>for {length}</source>
        <translation>منذ {length}</translation>
    </message>
    <message>
        <source>{count} d</source>
        <translation>{count} يوم</translation>
    </message>
    <message>
        <source>{number} · you</source>
        <translation>{number} · أنت</translation>
    </message>
    <message>
        <source>{state} · {calls} calls</source>
        <translation>{state} · {calls} مكالمات</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Answered</source>
        <translation>مُجابة</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>مشغول</translation>
    </message>
    <message>
        <source>Call failed</source>
        <translation>فشلت المكالمة</translation>
    </message>
    <message>
        <source>Caller gave up</source>
        <translation>أغلق المتصل</translation>
    </message>
    <message>
        <source>Calling the customer</source>
        <translation>جارٍ الاتصال بالعميل</translation>
    </message>
    <message>
        <source>Calling your phone</source>
        <translation>جارٍ الاتصال بهاتفك</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>Connected · {server}</source>
        <translation>متصل · {server}</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>جارٍ الاتصال</translation>
    </message>
    <message>
        <source>Dialling</source>
        <translation>جارٍ الطلب</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>انتهت</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>فشلت</translation>
    </message>
    <message>
        <source>Hidden number</source>
        <translation>رقم مخفي</translation>
    </message>
    <message>
        <source>May be recording</source>
        <translation>قد يكون قيد التسجيل</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>فائتة</translation>
    </message>
    <message>
        <source>Muted {time}</source>
        <translation>مكتوم {time}</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>لا يوجد رد</translation>
    </message>
    <message>
        <source>Not connected {began} to {ended}.</source>
        <translation>انقطع الاتصال من {began} إلى {ended}.</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>غير مسجَّلة</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>لا يوجد اتصال</translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation>لا يوجد اتصال منذ {time}</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>قيد الانتظار</translation>
    </message>
    <message>
        <source>Polling, slower</source>
        <translation>استعلام دوري، أبطأ</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>جارٍ إعادة الاتصال</translation>
    </message>
    <message>
        <source>Reconnecting in {count} s</source>
        <translation>إعادة الاتصال بعد {count} ث</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>قيد التسجيل</translation>
    </message>
    <message>
        <source>Recording muted</source>
        <translation>التسجيل مكتوم</translation>
    </message>
    <message>
        <source>Reported muted</source>
        <translation>أُبلغ عن كتم التسجيل</translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>يرن</translation>
    </message>
    <message>
        <source>Ringing stopped</source>
        <translation>توقف الرنين</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>لم يُسجَّل الدخول</translation>
    </message>
    <message>
        <source>Still muted</source>
        <translation>ما زال مكتومًا</translation>
    </message>
    <message>
        <source>Still muted for {time}. Resume?</source>
        <translation>ما زال مكتومًا منذ {time}. استئناف؟</translation>
    </message>
    <message>
        <source>Still recording</source>
        <translation>ما زالت تُسجَّل</translation>
    </message>
    <message>
        <source>Taken by a colleague</source>
        <translation>أجاب عنها زميل</translation>
    </message>
    <message>
        <source>Taken by {name}</source>
        <translation>أجاب عنها {name}</translation>
    </message>
    <message>
        <source>Talking</source>
        <translation>في مكالمة</translation>
    </message>
    <message>
        <source>The call log could not be asked about your calls of that time.</source>
        <translation>تعذر الاستعلام من سجل المكالمات عن مكالماتك في تلك الفترة.</translation>
    </message>
    <message>
        <source>The call log shows no other calls of yours in that time.</source>
        <translation>لا يُظهر سجل المكالمات مكالمات أخرى لك في تلك الفترة.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>حُوّلت</translation>
    </message>
    <message>
        <source>Will be recorded</source>
        <translation>ستُسجَّل</translation>
    </message>
    <message>
        <source>Without the API code your calls of that time cannot be looked up.</source>
        <translation>دون رمز API لا يمكن البحث عن مكالماتك في تلك الفترة.</translation>
    </message>
    <message>
        <source>You are signed in on extension {sip}.</source>
        <translation>أنت مسجّل الدخول على التحويلة {sip}.</translation>
    </message>
    <message>
        <source>You declined</source>
        <translation>رفضتَها</translation>
    </message>
    <message>
        <source>Your calls of that time are looked up in the call log in a few minutes.</source>
        <translation>يُبحث عن مكالماتك في تلك الفترة في سجل المكالمات بعد بضع دقائق.</translation>
    </message>
    <message>
        <source>Your phone is up</source>
        <translation>رُفع هاتفك</translation>
    </message>
    <message>
        <source>a contact has this number</source>
        <translation>لدى إحدى جهات الاتصال هذا الرقم</translation>
    </message>
    <message>
        <source>an extension of your organisation</source>
        <translation>تحويلة من مؤسستك</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d/M</translation>
    </message>
    <message>
        <source>first seen in the middle of the call</source>
        <translation>شوهدت أول مرة في منتصف المكالمة</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>خط {number}</translation>
    </message>
    <message>
        <source>no name came with the call</source>
        <translation>لم يرد اسم مع المكالمة</translation>
    </message>
    <message>
        <source>rang {length}</source>
        <translation>رنّ {length}</translation>
    </message>
    <message>
        <source>recovered from the call log</source>
        <translation>استُعيدت من سجل المكالمات</translation>
    </message>
    <message>
        <source>talked {time}</source>
        <translation>مدة الحديث {time}</translation>
    </message>
    <message>
        <source>the call brought only the queue&apos;s name</source>
        <translation>لم يرد مع المكالمة سوى اسم الطابور</translation>
    </message>
    <message>
        <source>the call brought the number as its name</source>
        <translation>ورد الرقم مكان الاسم</translation>
    </message>
    <message>
        <source>the caller hides the number</source>
        <translation>المتصل يخفي رقمه</translation>
    </message>
    <message>
        <source>the name came with the call</source>
        <translation>ورد الاسم مع المكالمة</translation>
    </message>
    <message>
        <source>you</source>
        <translation>أنت</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} د</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} ث</translation>
    </message>
    <message>
        <source>{day} {time}</source>
        <translation>{day} {time}</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} س {minutes} د</translation>
    </message>
    <message>
        <source>{name} is signed in on your extension.</source>
        <translation>{name} مسجّل الدخول على تحويلتك.</translation>
    </message>
</context>
</TS>
