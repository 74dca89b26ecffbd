# Names, rules and the articles of two days, for tests of what changed: sourced by them.

file names.csv <<'END'
name,type
Ada Lark,person
Ben Heron,person
Cara Wren,person
Dora Finch,person
Norby Watch,agency
Salt Guild,agency
END
file ties.rel <<'END'
relation leads: person -> agency
    A {lead} B
relation met: person = person
    A {meet} B
END
file monday/2024-02-01.txt <<'END'
Cara Wren says that Ada Lark leads Norby Watch.

Ada Lark met Ben Heron.
END
file monday/2024-02-02.txt <<'END'
Ben Heron leads the Salt Guild. Dora Finch slept.
END
file tuesday/2024-02-01.txt <<'END'
Cara Wren says that Ada Lark leads Norby Watch.

Ada Lark met Ben Heron.
END
file tuesday/2024-03-05.txt <<'END'
Ada Lark leads Norby Watch. On Tuesday Ada Lark met Ben Heron.
END
file tuesday/2024-03-09.txt <<'END'
Cara Wren met Ada Lark. Ben Heron does not lead the Salt Guild.
END
