"""Subjects (`seeds/subjects.csv`) that the rules of every language treat alike."""

PEOPLE = frozenset(("donor", "volunteer", "beneficiary", "orphan", "member", "person", "employee", "household"))
# What has a field of activity: "environmental NGOs", «سمن‌های زنان».
ORGANISED = frozenset(
    (
        *("endowment", "ngo", "charity", "association", "tashakol", "cooperative", "foundation", "network"),
        *("licence", "donor", "jihadi_group", "person", "member", "event", "centre", "project", "volunteer"),
    )
)
