package io.kuramori.engine.matching.fuzz;

import io.kuramori.engine.matching.Advisory;
import io.kuramori.engine.matching.AdvisoryIndex;
import io.kuramori.engine.matching.AdvisoryResult;
import io.kuramori.engine.matching.readers.GoldenTest;
import io.kuramori.engine.matching.version.Orders;
import io.kuramori.engine.matching.vex.file.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// What the targets begin from: the fixtures of the other tests, and a few texts for each grammar.
final class Seeds {

    static final List<String> PURLS = List.of(
            "pkg:maven/org.example/lib@1.0?type=jar&classifier=sources#a/b",
            "pkg:npm/%40scope/name@1.2.3-rc.1",
            "pkg:deb/debian/curl@7.88.1-10%2Bdeb12u5?arch=amd64&distro=debian-12&upstream=curl%407.88",
            "pkg:rpm/rocky/libcurl@7.76.1-26.el9?distro=rocky-9.3&epoch=1&upstream=curl-7.76.1-26.el9.src.rpm",
            "pkg:swid/Acme/example.com/Server@1.0.0?tag_id=75b8c285",
            "pkg:golang/example.org/A/b@v1.0.0#sub/./path");

    static final List<String> CPES = List.of(
            "cpe:2.3:a:acme:vault:1.2.0:*:*:*:*:node.js:*:*",
            "cpe:2.3:a:acme:va\\!ult\\:x:1.?:update1:-:ja:*:linux:x64:*\ncpe:2.3:a:acme:va*:*:*:*:*:*:*:*:*",
            "cpe:/a:acme:vault:1.2%02%01:~~pro~linux~x64~other",
            "cpe:/o:acme:gate_firmware:1.5:sp1\ncpe:2.3:o:acme:gate_firmware:1.5:*:*:*:*:*:*:*");

    static final List<String> VERSIONS =
            List.of("1.0\n1.0.1", "2.0-beta9\n2.12.1", "v1.2_3+4~5\n1:2-3", "2099-01-02\n7");

    static final List<String> VERS = List.of(
            "vers:npm/>=1.0.0|<2.0.0|3.0.0|!=4.0.0",
            "vers:pypi/>=1.0|<2.0rc1|!=1.5.*",
            "vers:maven/>=1.0|<=2.0-beta-1",
            "vers:deb/>=1:1.0-1|<2:0~rc1",
            "vers:rpm/*",
            "vers:generic/1%2C0|2.0");

    static final List<String> VECTORS = List.of(
            "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/E:P/CR:L/MAV:P/U:Red",
            "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:U/RL:O/RC:C/CR:H/MAV:P",
            "CVSS:3.0/AV:L/AC:H/PR:H/UI:R/S:C/C:L/I:N/A:N",
            "(AV:N/AC:L/Au:N/C:C/I:C/A:C/E:U/RL:OF/RC:C/TD:L)",
            "Important");

    static final List<String> PHRASES = List.of(
            "2.13.0 から 2.15.0 より前のバージョン", "Ver.1.2.3 およびそれ以前", "バージョン ３．４．１ より前", "5.x 系、4.0 以上 4.5 未満", "1.0 ～ 1.9");

    static final List<String> COMPARATORS = List.of(">= 1.0, < 2.0", "< 1.2 || > 3", "1.0 - 1.9", "<=2.5.1", "= 4");

    static final List<byte[]> EPSS = List.of(bytes("""
            #model_version:v1,score_date:2026-01-01
            cve,epss,percentile
            CVE-2020-5902,0.65,0.9
            "CVE-2020-5903",0.1,"0.2"
            """), bytes("cve,epss\nCVE-2026-1000,1e-3\n"));

    static final List<byte[]> KEV = List.of(bytes("""
            {"catalogVersion": "1", "vulnerabilities": [{"cveID": "CVE-2026-1000", "dateAdded": "2026-01-01",
             "dueDate": "2026-01-22", "cwes": ["CWE-1"], "knownRansomwareCampaignUse": "Known"}]}"""), bytes("""
            cveID,dateAdded,product
            CVE-2026-1000,2026-01-01,"a, b"
            """));

    private static final Map<String, List<String>> NATIVE = Map.of(
            "npm", List.of(">=1.2 <2 || ~3.1 || ^0.2.3-beta", "1.x - 2"),
            "cargo", List.of("^1.2, <1.9", "~1.2.3, *"),
            "maven", List.of("[1.0,2.0),(3.0,],[4.0]"),
            "nuget", List.of("[1.0,2.0)", "1.0.*"),
            "pypi", List.of("~=2.2,!=2.3.*", "===1.0"),
            "gem", List.of("~> 2.0.8, != 2.0.9"),
            "deb", List.of("(>= 1:1.0-1), (<< 2:0~rc1)"),
            "conan", List.of(">1 <2.0 || ^3", "[~1.2, include_prerelease=True]"),
            "nginx", List.of("0.8.40+, 1.0-1.2"),
            "openssl", List.of("1.0.2a-1.0.2zb"));

    private Seeds() {}

    static List<String> nativeRanges() {
        List<String> seeds = new ArrayList<>();
        NATIVE.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> entry.getValue().forEach(range -> seeds.add(entry.getKey() + "\n" + range)));
        return List.copyOf(seeds);
    }

    /// Each version of the order's ascending list with the one after it.
    static List<String> versions(String order) {
        try (InputStream file = Objects.requireNonNull(Orders.class.getResourceAsStream(order + ".txt"))) {
            List<String> texts = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split(" ", -1)))
                    .filter(text -> !text.isEmpty() && !text.equals("!"))
                    .toList();
            List<String> pairs = new ArrayList<>();
            for (int i = 0; i + 1 < texts.size(); i++) {
                pairs.add(texts.get(i) + "\n" + texts.get(i + 1));
            }
            return List.copyOf(pairs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<byte[]> documents(String format) {
        return files(GoldenTest.folder("input").resolve(format));
    }

    static List<byte[]> vex(String format) {
        return switch (format) {
            case "openvex" -> List.of(bytes(Samples.OPENVEX), bytes(Samples.OPENVEX_OLD));
            case "cyclonedx" -> List.of(bytes(Samples.CYCLONEDX));
            case "csaf" -> List.of(bytes(Samples.CSAF));
            default -> throw new IllegalArgumentException(format);
        };
    }

    /// The small ones of the bills of materials that the golden files are made of.
    static List<byte[]> bills() {
        List<byte[]> bills = new ArrayList<>();
        for (String folder :
                List.of("cyclonedx-json", "cyclonedx-xml", "forms", "spdx-json", "spdx-tag-value", "broken")) {
            bills.addAll(files(Path.of("src/test/resources/sboms/input", folder)));
        }
        return bills.stream().filter(bill -> bill.length <= 8 << 10).toList();
    }

    static List<byte[]> snapshots() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            List<Advisory> advisories = new ArrayList<>();
            for (String format : List.of("osv", "nvd", "cve")) {
                for (byte[] document : documents(format)) {
                    for (AdvisoryResult result : GoldenTest.results(format, document)) {
                        if (advisories.size() < 6 && result instanceof AdvisoryResult.Accepted(Advisory advisory)) {
                            advisories.add(advisory);
                        }
                    }
                }
            }
            AdvisoryIndex.of(advisories).write(Channels.newChannel(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of(bytes.toByteArray());
    }

    /// The contents of a folder's files, sorted by name; none when there is no such folder.
    static List<byte[]> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<byte[]> contents = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                contents.add(Files.readAllBytes(file));
            }
            return List.copyOf(contents);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
