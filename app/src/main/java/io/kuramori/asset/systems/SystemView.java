package io.kuramori.asset.systems;

import io.kuramori.asset.Importance;
import io.kuramori.organization.Trail;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/// A system's page: the record, the names behind its ids, and what happened to it.
///
/// @param asOf the day whose end the page shows; null for now
/// @param confirmedAgo days since the last confirmation, as of the page's day
/// @param changeable whether the caller may change the record
/// @param releases what it runs
public record SystemView(
        SystemRecord system,
        Directory.Institution institution,
        @Nullable String ownerPost,
        @Nullable String department,
        List<Responsibility> responsibilities,
        List<RunRelease> releases,
        Trail history,
        boolean changeable,
        @Nullable LocalDate asOf,
        @Nullable Long confirmedAgo) {

    /// More days than this without confirmation make a record stale (guideline 2.2.1.1 ①: within twelve months).
    public static final int FRESH_DAYS = 365;

    public SystemView {
        responsibilities = List.copyOf(responsibilities);
        releases = List.copyOf(releases);
    }

    /// The same view, for a form.
    ///
    /// @throws AccessDeniedException when the caller may not change the record
    SystemView demandChangeable() {
        if (!changeable) {
            throw new AccessDeniedException("the system belongs to a post that the caller does not hold");
        }
        return this;
    }

    public Importance importance() {
        return system.details().rating().importance();
    }

    public boolean stale() {
        return confirmedAgo == null || confirmedAgo > FRESH_DAYS;
    }

    /// What is missing from the record, as message keys.
    public List<String> lacks() {
        var lacks = new java.util.ArrayList<String>();
        if (system.retired()) {
            return lacks;
        }
        if (ownerPost == null) {
            lacks.add("asset.system.lack.owner");
        }
        if (stale()) {
            lacks.add(confirmedAgo == null ? "asset.system.lack.never-confirmed" : "asset.system.lack.stale");
        }
        if (responsibilities.isEmpty()) {
            lacks.add("asset.system.lack.responsibility");
        }
        return lacks;
    }

    /// By control; controls that nobody is named for are absent.
    public Map<Control, Responsibility> matrix() {
        var matrix = new EnumMap<Control, Responsibility>(Control.class);
        responsibilities.forEach(one -> matrix.put(one.control(), one));
        return matrix;
    }

    public String path() {
        return "/systems/" + system.code() + "?in=" + institution.code();
    }

    public String path(String action) {
        return "/systems/" + system.code() + "/" + action + "?in=" + institution.code();
    }

    /// A release the system runs.
    public record RunRelease(String code, @Nullable String institutionCode, String software, String label) {

        public String path() {
            return "/releases/" + code + (institutionCode == null ? "" : "?in=" + institutionCode);
        }
    }
}
