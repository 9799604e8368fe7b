package io.kuramori.evidence;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import io.kuramori.BrowserTest;
import io.kuramori.SignedInHouse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Evidence as people meet it: the empty list, the form, what was found, the item and its custody, the record's panel.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidenceScreensTest extends BrowserTest {

    private static final UUID SYSTEM = UUID.fromString("0193b000-0000-7000-8000-0000000000d1");

    private SignedInHouse house;
    private String office;

    @BeforeAll
    void start() throws IOException {
        house = new SignedInHouse().proving();
        office = house.signIn("担当 花子", SignedInHouse.BANK);
        house.write(
                "台帳",
                jdbc -> jdbc.sql("""
                        insert into asset.system (id, institution_id, code, version, name, kind, owner_post_id,
                            confidentiality, integrity, availability, exposure, search_key, sort_key)
                        values (:id, :bank, 'SYS-1', 1, 'インターネットバンキング', 'information_system', :post, 1, 1, 1,
                                'none', 'x', 'x')""")
                        .param("id", SYSTEM)
                        .param("bank", SignedInHouse.BANK.value())
                        .param("post", SignedInHouse.POST)
                        .update());
    }

    @AfterAll
    void stop() {
        house.close();
    }

    @Test
    void evidenceIsEnteredLookedAtAndTakenAway() {
        var page = signedIn(open("ja"));
        page.navigate(house.address("/evidence?q=nothing"));
        assertThat(page.locator(".empty")).containsText("まず 1 件登録する");
        look(page, "evidence-empty");

        page.navigate(house.address("/systems/SYS-1?in=BANK"));
        page.locator(".panel a.button").first().click();
        assertThat(page.locator(".notice").first()).containsText("インターネットバンキング");
        fill(page, "復元訓練の記録（上期）");
        look(page, "evidence-form");
        page.locator("#f-file").setInputFiles(file("名簿.csv", "名前,番号,カード\n山田,123456789018,4111-1111-1111-1111\n"));
        page.locator("form[data-progress] button.button--primary").click();
        assertThat(page.locator("#held")).isVisible();
        assertThat(page.locator("section.errors table")).containsText("*********018");
        assertThat(page.locator("#f-title")).hasValue("復元訓練の記録（上期）");
        look(page, "evidence-held");

        page.locator("#f-file").setInputFiles(file("復元訓練.txt", "復元は 42 分で終わった\n"));
        page.locator("form[data-progress] button.button--primary").click();
        page.waitForURL(Pattern.compile(".*/evidence/[0-9a-f-]{36}"));
        assertThat(page.locator("main")).containsText("個人番号・カード番号は見つかりませんでした");
        assertThat(page.locator("#links + ul")).containsText("インターネットバンキング");
        page.locator("#f-why").fill("監査法人へ写しを渡した");
        page.locator("#f-where").fill("監査法人 第3室");
        page.locator("form[aria-labelledby=handle] button.button").click();
        assertThat(page.locator(".timeline").first()).containsText("監査法人へ写しを渡した");
        look(page, "evidence-item");
        var item = page.url();
        for (var details : page.locator("details.card > summary").all()) {
            details.click();
        }
        look(page, "evidence-item-open");
        page.navigate(house.address("/systems/SYS-1?in=BANK"));
        assertThat(page.locator(".panel")).containsText("復元訓練の記録");
        look(page, "evidence-panel");
        page.navigate(house.address("/evidence"));
        assertThat(page.locator("table")).containsText("復元訓練の記録");
        look(page, "evidence-list");

        var english = signedIn(open("en", true, 1280, 900));
        english.navigate(item);
        look(english, "evidence-item-en-dark");
        english.navigate(house.address("/evidence/new"));
        look(english, "evidence-form-en-dark");
        var phone = signedIn(open("ja", false, 390, 844));
        phone.navigate(item);
        look(phone, "evidence-item-phone");
    }

    @Test
    void theFormWorksWithoutScripts() {
        var page = signedIn(openWithoutScripts());
        page.navigate(house.address("/evidence/new"));
        page.locator("input[name=kind][value=REFERENCE]").check();
        assertThat(page.locator("#f-number")).isVisible();
        assertThat(page.locator("#f-file")).isHidden();
        fill(page, "情報セキュリティ規程 第 5 版");
        page.locator("#f-number").fill("規程-012");
        page.locator("#f-place").fill("文書管理システム 規程棚");
        page.locator("form[data-progress] button.button--primary").click();
        page.waitForURL(Pattern.compile(".*/evidence/[0-9a-f-]{36}"));
        assertThat(page.locator("main")).containsText("規程-012");
        page.navigate(house.address("/evidence/new"));
        fill(page, "送信だけ");
        page.locator("#f-file").setInputFiles(file("a.txt", "中身\n"));
        page.locator("form[data-progress] button.button--primary").click();
        page.waitForURL(Pattern.compile(".*/evidence/[0-9a-f-]{36}"));
        assertThat(page.locator("h1")).hasText("送信だけ");
    }

    private static void fill(Page page, String title) {
        page.locator("#f-title").fill(title);
        page.locator("#f-shows").fill("半期に一度の復元訓練で、目標の時間内に戻せたことを示す。");
        page.locator("#f-owner").selectOption(SignedInHouse.POST.toString());
        page.locator("#f-from").fill("2026-04-01");
        page.locator("#f-to").fill("2026-09-30");
        page.locator("#f-collected").fill("2026-10-02");
    }

    private static FilePayload file(String name, String content) {
        return new FilePayload(name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8));
    }

    private static void look(Page page, String name) {
        shot(page, name);
        assertAccessible(page);
    }

    private Page signedIn(Page page) {
        page.context().addCookies(List.of(new Cookie("kuramori_session", office).setUrl(house.address("/"))));
        return page;
    }
}
