package io.kuramori.benchmarks;

import io.kuramori.database.SearchKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A ledger of a large group, made up from a seed: 20 institutions, 200 posts, names as banks give them.
final class Ledger {

    static final int INSTITUTIONS = 20;
    static final int POSTS = 10;

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final List<String> WHERE = List.of("法人", "個人", "本部", "営業店", "海外拠点", "グループ共通", "市場部門", "事務センター");
    private static final List<String> WHAT = List.of(
            "融資",
            "預金",
            "為替",
            "審査",
            "担保",
            "信託",
            "外貨",
            "証券",
            "年金",
            "保証",
            "与信",
            "決済",
            "収納",
            "手形",
            "口座振替",
            "住宅ローン",
            "人事",
            "経理",
            "文書",
            "監査",
            "不正検知",
            "顧客情報",
            "帳票",
            "印鑑照合",
            "電話応対",
            "インターネットバンキング");
    private static final List<String> DOES = List.of("管理", "支援", "照会", "連携", "分析", "受付", "配信", "報告", "集計", "基幹");
    private static final List<String> IS = List.of("システム", "システム", "システム", "サービス", "基盤", "サーバ", "アプリ", "ポータル");
    private static final List<String> PARTIES = List.of("みどり情報", "ひかりデータ", "共同センター", "あけぼのクラウド", "さくら電算", "北斗ソフト");
    /// In about one name of two thousand.
    private static final String RARE = "蔵守";

    final List<UUID> institutions;
    final List<List<UUID>> posts;
    private final Random random;

    Ledger(long seed) {
        random = new Random(seed);
        institutions = IntStream.range(0, INSTITUTIONS).mapToObj(i -> id()).toList();
        posts = institutions.stream()
                .map(one -> IntStream.range(0, POSTS).mapToObj(i -> id()).toList())
                .toList();
    }

    /// A row of the ledger, with the keys that the application derives.
    record Row(
            UUID id,
            UUID institution,
            String code,
            String name,
            String kind,
            @Nullable UUID owner,
            String description,
            int confidentiality,
            int integrity,
            int availability,
            boolean critical,
            String exposure,
            @Nullable String thirdParty,
            @Nullable LocalDate confirmedOn,
            @Nullable LocalDate retiredOn) {

        String searchKey() {
            return SearchKey.of(code, name, "", description, thirdParty == null ? "" : thirdParty);
        }

        String sortKey() {
            return SearchKey.of(name);
        }
    }

    Row row(int number) {
        int house = (int) Math.floor(Math.pow(random.nextDouble(), 2) * INSTITUTIONS);
        String name = pick(WHERE)
                + pick(WHAT)
                + pick(DOES)
                + pick(IS)
                + (random.nextInt(2_000) == 0 ? RARE : "")
                + (random.nextInt(3) == 0 ? " 第" + (1 + random.nextInt(9)) + "号" : "");
        boolean bought = random.nextInt(4) == 0;
        return new Row(
                id(),
                institutions.get(house),
                "SYS-%06d".formatted(number),
                name,
                bought ? "external_service" : "information_system",
                random.nextInt(50) == 0 ? null : posts.get(house).get(random.nextInt(POSTS)),
                pick(WHAT) + "の" + pick(DOES) + "に用いる。" + pick(WHERE) + "の業務を" + pick(DOES) + "する。",
                1 + random.nextInt(3),
                1 + random.nextInt(3),
                1 + random.nextInt(2),
                random.nextInt(40) == 0,
                random.nextInt(10) == 0 ? "public" : random.nextInt(5) == 0 ? "partner" : "none",
                bought ? pick(PARTIES) : null,
                random.nextInt(12) == 0 ? null : TODAY.minusDays(random.nextInt(420)),
                random.nextInt(30) == 0 ? TODAY.minusDays(random.nextInt(900)) : null);
    }

    private String pick(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    /// Ids in the order of making, as the application's version 7 gives them.
    private UUID id() {
        long time = 1_795_000_000_000L + made++;
        return new UUID(time << 16 | 0x7000 | random.nextInt(0x1000), random.nextLong() >>> 2 | 1L << 63);
    }

    private long made;
}
