<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>terroir::viewer::ChartPanel</name>
    <message numerus="yes">
        <source>The %1 largest; %n more unit(s) with %2 in all are left out.</source>
        <translation>
            <numerusform>The %1 largest; %n more unit with %2 is left out.</numerusform>
            <numerusform>The %1 largest; %n more units with %2 in all are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) over several years stand at the last one.</source>
        <translation>
            <numerusform>%n value over several years stands at the last one.</numerusform>
            <numerusform>%n values over several years stand at the last one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) without a year are left out.</source>
        <translation>
            <numerusform>%n record without a year is left out.</numerusform>
            <numerusform>%n records without a year are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>terroir::viewer::DetailsPanel</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>terroir::viewer::HeldBoundariesDialog</name>
    <message numerus="yes">
        <source>%n boundaries were removed.</source>
        <translation>
            <numerusform>%n boundary was removed.</numerusform>
            <numerusform>%n boundaries were removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>terroir::viewer::ImportDialog</name>
    <message numerus="yes">
        <source>%n record(s) imported.</source>
        <translation>
            <numerusform>%n record imported.</numerusform>
            <numerusform>%n records imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) to be decided.</source>
        <translation>
            <numerusform>%n place to be decided.</numerusform>
            <numerusform>%n places to be decided.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>terroir::viewer::ImportReportPane</name>
    <message numerus="yes">
        <source>%n row(s) accepted</source>
        <translation>
            <numerusform>%n row accepted</numerusform>
            <numerusform>%n rows accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n doubtful (stored, to be looked at)</source>
        <translation>
            <numerusform>%n doubtful (stored, to be looked at)</numerusform>
            <numerusform>%n doubtful (stored, to be looked at)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>terroir::viewer::MainWindow</name>
    <message numerus="yes">
        <source>Review (%n)</source>
        <translation>
            <numerusform>Review (%n)</numerusform>
            <numerusform>Review (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>terroir::viewer::PlaceChoiceDialog</name>
    <message numerus="yes">
        <source>What is chosen holds for %n row(s) with this place.</source>
        <translation>
            <numerusform>What is chosen holds for %n row with this place.</numerusform>
            <numerusform>What is chosen holds for %n rows with this place.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>terroir::viewer::Profile</name>
    <message numerus="yes">
        <source>%n further record(s) are not shown; “Save…” as CSV writes all.</source>
        <translation>
            <numerusform>%n further record is not shown; “Save…” as CSV writes all.</numerusform>
            <numerusform>%n further records are not shown; “Save…” as CSV writes all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>terroir::viewer::TablePanel</name>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n unit</numerusform>
            <numerusform>%n units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>terroir::viewer::ReportPane</name>
    <message numerus="yes">
        <source>%n decision(s) about the report are not stored yet.</source>
        <translation>
            <numerusform>%n decision about the report is not stored yet.</numerusform>
            <numerusform>%n decisions about the report are not stored yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) accepted that nobody has looked at.</source>
        <translation>
            <numerusform>%n proposal accepted that nobody has looked at.</numerusform>
            <numerusform>%n proposals accepted that nobody has looked at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) to be decided.</source>
        <translation>
            <numerusform>%n place to be decided.</numerusform>
            <numerusform>%n places to be decided.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>terroir::viewer::ReportRows</name>
    <message numerus="yes">
        <source>%n proposal(s)</source>
        <translation>
            <numerusform>%n proposal</numerusform>
            <numerusform>%n proposals</numerusform>
        </translation>
    </message>
</context>
</TS>
