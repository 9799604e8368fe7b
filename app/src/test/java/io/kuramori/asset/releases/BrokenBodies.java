package io.kuramori.asset.releases;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Bodies that are no bill of materials, each broken in its own way.
final class BrokenBodies {

    private static final String JSON = """
            {"bomFormat":"CycloneDX","specVersion":"1.6","components":[
             {"name":"kinko","version":"1","purl":"pkg:npm/kinko@1"}]}""";
    private static final String XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components><component type="library">
            <name>kinko</name></component></components></bom>""";
    private static final String SPDX = """
            SPDXVersion: SPDX-2.3
            PackageName: kinko
            """;
    private static final int BOMB = 20_000_000;

    private BrokenBodies() {}

    /// By what is wrong with them.
    static Map<String, byte[]> all() {
        var all = new LinkedHashMap<String, byte[]>();
        all.put("empty", new byte[0]);
        all.put("JSON cut short", utf8(JSON.substring(0, JSON.length() - 9)));
        all.put("XML cut short", utf8(XML.substring(0, XML.length() - 9)));
        all.put("tag-value cut short", utf8(SPDX + "PackageComment: <text>never"));
        all.put("UTF-32", JSON.getBytes(Charset.forName("UTF-32BE")));
        all.put(
                "JSON with a byte of Latin-1",
                JSON.replace("kinko", "k\u00fcnko").getBytes(StandardCharsets.ISO_8859_1));
        all.put(
                "XML that is not in the encoding it says",
                XML.replace("kinko", "k\u00fcnko").getBytes(StandardCharsets.ISO_8859_1));
        all.put("Windows-31J instead of UTF-8", JSON.replace("kinko", "金庫").getBytes(Charset.forName("windows-31j")));
        all.put("half a character at the end", cut(JSON.getBytes(StandardCharsets.UTF_16LE), 1));
        all.put("entity bomb", utf8(bomb()));
        all.put(
                "external entity",
                utf8("<!DOCTYPE bom [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                        + XML.substring(39).replace("kinko", "&x;")));
        all.put("zip bomb", zip());
        all.put("gzip bomb", gzip());
        all.put("key twice", utf8(JSON.replace("\"name\":\"kinko\"", "\"name\":\"kinko\",\"name\":\"kagi\"")));
        all.put("unknown version of CycloneDX", utf8(JSON.replace("1.6", "9.9")));
        all.put("unknown namespace of CycloneDX", utf8(XML.replace("bom/1.6", "bom/9.9")));
        all.put("unknown version of SPDX", utf8(SPDX.replace("2.3", "7.1")));
        all.put("SPDX 3", utf8("{\"@context\":\"https://spdx.org/rdf/3.0.1/spdx-context.jsonld\",\"@graph\":[]}"));
        all.put("JSON without a bottom", utf8(JSON.replace("\"kinko\"", "[".repeat(100_000))));
        all.put("XML without a bottom", utf8(XML.replace("kinko", "<a>".repeat(100_000))));
        all.put("number for a name", utf8(JSON.replace("\"kinko\",\"version\"", "5,\"version\"")));
        all.put("component without a name", utf8(JSON.replace("\"name\":\"kinko\",", "")));
        all.put("component that is none", utf8(JSON.replace("[\n {\"name\"", "[7,\n {\"name\"")));
        all.put("components that are no list", utf8(JSON.replace("[\n", "{\n").replace("]}", "}}")));
        all.put("name longer than any", utf8(JSON.replace("kinko", "k".repeat(5_000))));
        all.put("list at the root", utf8("[" + JSON + "]"));
        all.put("something behind the end", utf8(JSON + "x"));
        all.put("web page", utf8("<html><body>404</body></html>"));
        all.put("SPDX in YAML", utf8("spdxVersion: \"SPDX-2.3\"\npackages: []\n"));
        all.put("plain words", utf8("本日は休業です"));
        all.put("zero bytes", new byte[4_096]);
        all.put(
                "both formats at once",
                utf8(JSON.replace("{\"bomFormat\"", "{\"spdxVersion\":\"SPDX-2.3\",\"bomFormat\"")));
        return all;
    }

    private static String bomb() {
        var entities = new StringBuilder("<!DOCTYPE bom [<!ENTITY e0 \"kinko\">");
        for (int i = 1; i < 12; i++) {
            entities.append(
                    "<!ENTITY e%d \"%s\">".formatted(i, "&e%d;".formatted(i - 1).repeat(10)));
        }
        return entities + "]>" + XML.substring(39).replace("kinko", "&e11;");
    }

    private static byte[] zip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("bom.json"));
            blow(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip() {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            blow(gzip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void blow(OutputStream out) throws IOException {
        out.write(utf8("{\"bomFormat\":\"CycloneDX\",\"x\":\""));
        out.write(new byte[BOMB]);
    }

    private static byte[] cut(byte[] bytes, int by) {
        return java.util.Arrays.copyOf(bytes, bytes.length - by);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
