package dev.dovetail.testkit.contract;

import java.util.List;

/** Texts that mean something to a parser, a driver or a client on the way to the database. */
final class HostileText {

    static final List<String> TEXTS = List.of(
            "it's",
            "''",
            "'",
            "say \"yes\"",
            "\"",
            "back`tick",
            "`",
            "[bracket]",
            "]",
            "a b",
            "a.b",
            "a,b;c",
            "a\\b",
            "\\'",
            "\\",
            "what?",
            "? ? ?",
            ":name",
            "a::b",
            "$1",
            "$$",
            "{fn now()}",
            "{",
            "{d '2026-01-01'}",
            "100%",
            "a_b",
            "%_\\",
            "#",
            "-- comment",
            "/* comment",
            "*/",
            "/*!50000 now */",
            "@variable",
            "line\nbreak",
            "line\r\nbreak",
            "tab\tstop",
            "x'); DROP TABLE hostile; --",
            "x\"; DROP TABLE hostile; --",
            "\u0001",
            "\u00a0",
            "größe",
            "e\u0301",
            "名前",
            "שם",
            "İıſK",
            "null",
            "NULL",
            "true",
            "0x41",
            "1e5",
            "Mixed Case");

    /** Outside of the plane for which two bytes are enough. */
    static final String ASTRAL = "\ud83d\ude00\ud834\udd1e";

    private HostileText() {}
}
