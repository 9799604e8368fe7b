package io.kuramori.organization.web.frame;

/// The parts of the organization's pages, in the order of their tabs.
public enum Section {
    POSTS("/organization", "organization.posts.title"),
    DEPARTMENTS("/organization/departments", "organization.departments.title"),
    PEOPLE("/organization/people", "organization.people.title"),
    COMMITTEES("/organization/committees", "organization.committees.title"),
    AUTHORITY("/organization/authority", "organization.authority.title"),
    CALENDAR("/organization/calendar", "organization.calendar.title"),
    PARAMETERS("/organization/parameters", "organization.parameters.title"),
    INSTITUTIONS("/organization/institutions", "organization.institutions.title");

    private final String path;
    private final String key;

    Section(String path, String key) {
        this.path = path;
        this.key = key;
    }

    public String path() {
        return path;
    }

    /// Message key of the tab.
    public String key() {
        return key;
    }
}
