package io.kuramori.engine.matching.vers;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.engine.matching.vers.VersRange.Holds;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VersRangeTest {

    private static VersRange read(String text) {
        return ((VersRange.Read) VersRange.parse(text)).range();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "vers:npm/>=1.0.0|<2.0.0; vers:npm/>=1.0.0|<2.0.0",
                "VERS:NPM/ <2.0.0 | >=1.0.0 |; vers:npm/>=1.0.0|<2.0.0",
                "vers:npm/=1.0.0|!=2.0.0|<=3|>4; vers:npm/1.0.0|!=2.0.0|<=3|>4",
                "vers:pypi/1.0%2Blocal; vers:pypi/1.0%2Blocal",
                "vers:pypi/1.0+local; vers:pypi/1.0%2Blocal",
                "vers:deb/<2:1.0|>=1:5; vers:deb/>=1:5|<2:1.0",
                "vers:unheard/>=b|<a; vers:unheard/>=b|<a",
                "vers:npm/nonsense|1.0.0; vers:npm/nonsense|1.0.0",
                "vers:npm/*; vers:npm/*",
            })
    void normalises(String given, String canonical) {
        assertThat(read(given)).hasToString(canonical);
        assertThat(VersRange.parseCanonical(canonical)).isEqualTo(VersRange.parse(given));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "vers:",
                "vers:npm",
                "vers:npm/",
                "vers:npm/|",
                "npm/1.0.0",
                "vers:1npm/1",
                "vers:npm/*|1.0.0",
                "vers:npm/>",
                "vers:npm/>=",
                "vers:npm/><1",
                "vers:npm/1=2",
                "vers:npm/%zz",
            })
    void refusesWhatIsNone(String text) {
        assertThat(VersRange.parse(text)).isInstanceOf(VersRange.Malformed.class);
        assertThat(VersRange.parseCanonical(text)).isInstanceOf(VersRange.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vers:npm/>=1.0.0| <2.0.0",
                "vers:npm/>=2.0.0|<1.0.0",
                "vers:npm/|1.0.0",
                "VERS:npm/1.0.0",
                "vers:npm/=1.0.0",
                "vers:npm/1%2e0",
                "vers:datetime/2024-01-01t00:00:00Z",
                "vers:datetime/2024-01-01T00:00:00z",
            })
    void readsCanonicallyOnlyWhatIs(String text) {
        assertThat(VersRange.parse(text)).isInstanceOf(VersRange.Read.class);
        assertThat(VersRange.parseCanonical(text)).isInstanceOf(VersRange.Malformed.class);
    }

    @Test
    void readsMomentsCanonically() {
        assertThat(VersRange.parseCanonical("vers:datetime/>=2024-01-01T00:00:00Z"))
                .isInstanceOf(VersRange.Read.class);
    }

    @Test
    void boundsLengthAndCount() {
        String most = "vers:intdot/" + "1|".repeat(VersRange.MAX_CONSTRAINTS);
        assertThat(VersRange.parse(most)).isInstanceOf(VersRange.Read.class);
        assertThat(VersRange.parse(most + "1")).isInstanceOf(VersRange.Malformed.class);
        String longest = "vers:lexicographic/" + "a".repeat(VersRange.MAX_LENGTH - 19);
        assertThat(VersRange.parse(longest)).isInstanceOf(VersRange.Read.class);
        assertThat(VersRange.parse(longest + "a")).isInstanceOf(VersRange.Malformed.class);
        assertThat(VersRange.ofNative("npm", "1.0.0 || ".repeat(VersRange.MAX_CONSTRAINTS - 1) + "1.0.0"))
                .isInstanceOf(VersRange.Read.class);
        assertThat(VersRange.ofNative("npm", "1.0.0 || ".repeat(VersRange.MAX_CONSTRAINTS) + "1.0.0"))
                .isInstanceOf(VersRange.Malformed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "vers:npm/>=1.0.0|<2.0.0, 1.0.0, YES",
        "vers:npm/>=1.0.0|<2.0.0, 2.0.0, NO",
        "vers:npm/>=1.0.0|<2.0.0, 0.9.9, NO",
        "vers:npm/>1.0.0|<=2.0.0, 1.0.0, NO",
        "vers:npm/>1.0.0|<=2.0.0, 2.0.0, YES",
        "vers:npm/<1.0.0|>=2.0.0|<3.0.0|>4.0.0, 0.1.0, YES",
        "vers:npm/<1.0.0|>=2.0.0|<3.0.0|>4.0.0, 1.5.0, NO",
        "vers:npm/<1.0.0|>=2.0.0|<3.0.0|>4.0.0, 2.5.0, YES",
        "vers:npm/<1.0.0|>=2.0.0|<3.0.0|>4.0.0, 4.0.0, NO",
        "vers:npm/<1.0.0|>=2.0.0|<3.0.0|>4.0.0, 4.0.1, YES",
        // Of lower bounds in a row the first holds, of upper bounds the last.
        "vers:npm/>=1.0.0|>=2.0.0|<3.0.0|<4.0.0, 1.0.0, YES",
        "vers:npm/>=1.0.0|>=2.0.0|<3.0.0|<4.0.0, 3.5.0, YES",
        "vers:npm/>=1.0.0|>=2.0.0|<3.0.0|<4.0.0, 4.0.0, NO",
        "vers:npm/!=1.0.0, 1.0.0, NO",
        "vers:npm/!=1.0.0, 1.0.1, YES",
        "vers:npm/>=1.0.0|!=1.5.0|<2.0.0, 1.5.0, NO",
        "vers:npm/>=1.0.0|!=1.5.0|<2.0.0, 1.5.1, YES",
        "vers:npm/>=1.0.0|!=1.5.0|<2.0.0, 3.0.0, NO",
        "vers:npm/1.0.0|2.0.0, v2, YES",
        "vers:npm/1.0.0|2.0.0, 1.5.0, NO",
        "vers:npm/1.0.0, nonsense, UNKNOWN",
        "vers:npm/nonsense, 1.0.0, UNKNOWN",
        "vers:unheard/1.0.0, 1.0.0, UNKNOWN",
        "vers:all/*, anything, YES",
        "vers:none/*, anything, NO",
        "vers:maven/>=1.0|<2.0, 2.0-rc1, YES",
        "vers:datetime/>2024-01-01T00:00:00Z, 2024-01-01T00:00:00+01:00, NO",
    })
    void holdsByTheOrderOfTheScheme(String range, String version, Holds expected) {
        assertThat(read(range).holds(version)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // Alternatives that overlap, and constraints that hold together.
                "npm; >=1.0.0 <2.0.0 || <3.0.0; vers:npm/<3.0.0",
                "npm; >=1.0.0 >=2.0.0; vers:npm/>=2.0.0",
                "npm; >=1.0.0 <=1.0.0; vers:npm/1.0.0",
                "npm; * || 1.0.0; vers:npm/*",
                "npm; ''; vers:npm/*",
                "npm; 1.2; vers:npm/>=1.2.0|<1.3.0",
                "npm; >1.2; vers:npm/>=1.3.0",
                "npm; >1; vers:npm/>=2.0.0",
                "npm; <=1; vers:npm/<2.0.0",
                "npm; <1.x; vers:npm/<1.0.0",
                "npm; ~1; vers:npm/>=1.0.0|<2.0.0",
                "npm; ~>1.2; vers:npm/>=1.2.0|<1.3.0",
                "npm; ^0.0.3; vers:npm/>=0.0.3|<0.0.4",
                "npm; ^0.0; vers:npm/>=0.0.0|<0.1.0",
                "npm; ^0; vers:npm/>=0.0.0|<1.0.0",
                "npm; ^0.1; vers:npm/>=0.1.0|<0.2.0",
                "npm; 1.2 - 2; vers:npm/>=1.2.0|<3.0.0",
                "npm; 1 - *; vers:npm/>=1.0.0",
                "npm; v1.0.0-rc.1+build; vers:npm/1.0.0-rc.1",
                "cargo; 1.2; vers:cargo/>=1.2.0|<2.0.0",
                "cargo; =1.2.3; vers:cargo/1.2.3",
                "cargo; >=1.2, <1.5; vers:cargo/>=1.2.0|<1.5.0",
                "maven; [1.0,2.0),[3.0,); vers:maven/>=1.0|<2.0|>=3.0",
                "maven; [1.0]; vers:maven/1.0",
                "maven; (,1.0],(2.0,3.0]; vers:maven/<=1.0|>2.0|<=3.0",
                "maven; (,); vers:maven/*",
                "maven; '[1.0,2.0],[1.5,3.0]'; vers:maven/>=1.0|>=1.5|<=2.0|<=3.0",
                "nuget; 1.0; vers:nuget/>=1.0",
                "nuget; 1.2.*; vers:nuget/>=1.2|<1.3",
                "nuget; *; vers:nuget/*",
                "nuget; (1.0,); vers:nuget/>1.0",
                "pypi; ~=2.2; vers:pypi/>=2.2|<3",
                "pypi; ~=1.4.5rc1; vers:pypi/>=1.4.5rc1|<1.5",
                "pypi; ==1.2.*; vers:pypi/>=1.2.dev0|<1.3.dev0",
                "pypi; '>=1,!=1.2.*,<2'; vers:pypi/>=1|>=1|<1.2.dev0|>=1.3.dev0|<2|<2",
                "pypi; '>=1,!=1.5'; vers:pypi/>=1|!=1.5",
                "pypi; ===1.0; vers:pypi/1.0",
                "gem; '>= 1.0, < 2'; vers:gem/>=1.0|<2",
                "gem; ~> 2; vers:gem/>=2|<3",
                "gem; ~> 2.1.0.rc1; vers:gem/>=2.1.0.rc1|<2.2",
                "hex; ~> 2.1 and != 2.1.5; vers:hex/>=2.1|!=2.1.5|<3",
                "hex; 1.0.0 or >= 2.0.0; vers:hex/1.0.0|>=2.0.0",
                "deb; '(>= 1:1.0), (<< 2:0)'; vers:deb/>=1:1.0|<2:0",
                "deb; >> 1.0; vers:deb/>1.0",
                "rpm; >= 1:1.0-1; vers:rpm/>=1:1.0-1",
                "golang; >=v1.2.3 <v1.4.0 || v2.0.0; vers:golang/>=v1.2.3|<v1.4.0|v2.0.0",
                "golang; *; vers:golang/*",
                "conan; ^0.0.3; vers:conan/>=0.0.3|<0.0.4-",
                "conan; ~1.2.3; vers:conan/>=1.2.3|<1.3-",
                "conan; ^0; vers:conan/>=0|<1-",
                "nginx; all; vers:nginx/*",
                "nginx; 1.4.1+; vers:nginx/>=1.4.1|<1.5.0",
                "nginx; 1.10.0+, 0.7.52-0.8.39; vers:nginx/>=0.7.52|<=0.8.39|>=1.10.0|<1.11.0",
                "nginx; 1.5.0+; vers:nginx/>=1.5.0",
                "nginx; 1.9.10; vers:nginx/1.9.10",
                "pypi; *; vers:pypi/*",
                "conan; *; vers:conan/>=0.0.0",
                "conan; '>1- <2.0 || ^3.2, include_prerelease=True'; vers:conan/>1|<2.0|>=3.2|<4-",
                "npm; >=*; vers:npm/*",
                "openssl; '1.0.2, >=1.1.1 <1.1.1k'; vers:openssl/1.0.2|>=1.1.1|<1.1.1k",
            })
    void readsTheEcosystemsOwnNotation(String scheme, String range, String expected) {
        assertThat(VersRange.ofNative(scheme, range))
                .isInstanceOfSatisfying(
                        VersRange.Read.class, read -> assertThat(read.range()).hasToString(expected));
        assertThat(VersRange.ofNative(scheme.toUpperCase(Locale.ROOT), range))
                .isEqualTo(VersRange.ofNative(scheme, range));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "unheard; 1.0",
                "npm; >=1.0.0 <1.0.0",
                "npm; <*",
                "npm; >x",
                "npm; latest",
                "npm; ==>1",
                "npm; ~1.99999999999999999999999",
                "maven; 1.0",
                "maven; ''",
                "maven; (1.0)",
                "maven; [1.0,2.0",
                "maven; [1.0][",
                "nuget; []",
                "pypi; ~=2",
                "pypi; >=1.*",
                "pypi; '!=1.*,!=3.*'",
                "pypi; not-a-version",
                "gem; ~> x",
                "gem; ''",
                "deb; =>1",
                "deb; ''",
                "golang; '>=1 || '",
                "conan; ~a",
                "nginx; 1+",
                "openssl; 3",
            })
    void refusesWhatIsNotInTheNotation(String scheme, String range) {
        assertThat(VersRange.ofNative(scheme, range)).isInstanceOf(VersRange.Malformed.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "vers:npm/>=1.0.0|<2.0.0|3.0.0|>4.0.0; >=1.0.0 <2.0.0 || 3.0.0 || >4.0.0",
                "vers:npm/*; *",
                "vers:maven/>=1.0|<2.0|3.0|>4.0|<=5.0; [1.0,2.0),[3.0],(4.0,5.0]",
                "vers:maven/<=1.0; (,1.0]",
                "vers:maven/*; (,)",
                "vers:nuget/>1.0; (1.0,)",
                "vers:pypi/>=1.0|<2.0; >=1.0,<2.0",
                "vers:pypi/1.0; ==1.0",
                "vers:gem/>1.0|<=2.0; >1.0, <=2.0",
                "vers:gem/1.0; = 1.0",
                "vers:deb/>1.0|<2.0; >>1.0, <<2.0",
                "vers:rpm/>=1.0|<2.0; >=1.0 <2.0",
                "vers:conan/>=1.0|<2; >=1.0 <2",
            })
    void writesTheEcosystemsOwnNotation(String vers, String expected) {
        VersRange range = read(vers);
        assertThat(range.toNative()).contains(expected);
        assertThat(VersRange.ofNative(range.scheme(), expected)).isEqualTo(new VersRange.Read(range));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vers:nuget/1.0|2.0",
                "vers:pypi/<1|>2",
                "vers:openssl/1.0.2",
                "vers:npm/nonsense",
                "vers:x/1",
                "vers:conan/<2-"
            })
    void writesNothingTheNotationCannotSay(String vers) {
        assertThat(read(vers).toNative()).isEmpty();
    }

    @Test
    void tellsItsIntervals() {
        Optional<List<VersRange.Interval>> intervals =
                read("vers:npm/<=1.0.0|>2.0.0|<3.0.0|4.0.0").intervals();
        assertThat(intervals)
                .contains(List.of(
                        new VersRange.Interval(null, false, "1.0.0", true),
                        new VersRange.Interval("2.0.0", false, "3.0.0", false),
                        new VersRange.Interval("4.0.0", true, "4.0.0", true)));
        assertThat(read("vers:npm/*").intervals()).contains(List.of(new VersRange.Interval(null, false, null, false)));
        assertThat(read("vers:npm/1.0.0|>1.0.0|<2.0.0").intervals())
                .contains(List.of(new VersRange.Interval("1.0.0", true, "2.0.0", false)));
    }
}
