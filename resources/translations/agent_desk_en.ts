<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>ChooseExtensionPage</name>
    <message numerus="yes">
        <source>Use %n extensions</source>
        <translation>
            <numerusform>Use %n extension</numerusform>
            <numerusform>Use %n extensions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n calls</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls were recovered from the call log.</source>
        <translation>
            <numerusform>%n call was recovered from the call log.</numerusform>
            <numerusform>%n calls were recovered from the call log.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n filters</source>
        <translation>
            <numerusform>%n filter</numerusform>
            <numerusform>%n filters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more fields</source>
        <translation>
            <numerusform>%n more field</numerusform>
            <numerusform>%n more fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {total} calls</source>
        <translation>
            <numerusform>%n of {total} calls</numerusform>
            <numerusform>%n of {total} calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outcomes</source>
        <translation>
            <numerusform>%n outcome</numerusform>
            <numerusform>%n outcomes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeskHeader</name>
    <message numerus="yes">
        <source>{done} of %n events</source>
        <translation>
            <numerusform>{done} of %n event</numerusform>
            <numerusform>{done} of %n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GuardSection</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistorySide</name>
    <message numerus="yes">
        <source>%n calls saved</source>
        <translation>
            <numerusform>%n call saved</numerusform>
            <numerusform>%n calls saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MoreCalls</name>
    <message numerus="yes">
        <source>%n more calls in the main window</source>
        <translation>
            <numerusform>%n more call in the main window</numerusform>
            <numerusform>%n more calls in the main window</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwedList</name>
    <message numerus="yes">
        <source>%n missed calls hid their number</source>
        <translation>
            <numerusform>%n missed call hid its number</numerusform>
            <numerusform>%n missed calls hid their number</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwedRow</name>
    <message numerus="yes">
        <source>%n calls</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message numerus="yes">
        <source>%n wait too long</source>
        <translation>
            <numerusform>%n waits too long</numerusform>
            <numerusform>%n wait too long</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message numerus="yes">
        <source>%n commands</source>
        <translation>
            <numerusform>%n command</numerusform>
            <numerusform>%n commands</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrivacySection</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueuesPage</name>
    <message numerus="yes">
        <source>%n left while it could not be seen how</source>
        <translation>
            <numerusform>%n left while it could not be seen how</numerusform>
            <numerusform>%n left while it could not be seen how</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to call back</source>
        <translation>
            <numerusform>%n to call back</numerusform>
            <numerusform>%n to call back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n who gave up cannot be called back</source>
        <translation>
            <numerusform>%n who gave up cannot be called back</numerusform>
            <numerusform>%n who gave up cannot be called back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%n calls</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missed calls</source>
        <translation>
            <numerusform>%n missed call</numerusform>
            <numerusform>%n missed calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
</TS>
