package io.shelfwright.sample.data;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;

/** Small input folders of invented rows with the dirt of the real ones, and what tests need to look at directories. */
final class InputFixtures {
    private static final String SONG_HEADER = "track_id,track_name,track_artist,track_popularity,track_album_id,"
            + "track_album_name,track_album_release_date,playlist_name,playlist_id,playlist_genre,playlist_subgenre,tempo\n";

    private InputFixtures() {}

    static Path lastfm(Path folder) {
        gzip(
                folder.resolve("artists.dat.gz"),
                String.join(
                        "\n",
                        "id\tname\turl\tpictureURL",
                        "1\tThe Glass Otters\thttp://x/1\thttp://x/1.jpg",
                        "2\tglass otters\thttp://x/2\t",
                        "3\tM\u00d8LV\u00d8\thttp://x/3\t",
                        "4\t\u9752\u3044\u673a\thttp://x/4\t",
                        "5\tSalt & Static\thttp://x/5\t",
                        "6\tNo Columns",
                        "5\tSalt Again\thttp://x/5\t",
                        "x\tNot A Number\thttp://x/7\t",
                        "8\tFriend of Nobody\thttp://x/8\t",
                        "9\tUntagged\thttp://x/9\t",
                        ""));
        gzip(
                folder.resolve("user_artists.dat.gz"),
                String.join(
                        "\r\n",
                        "userID\tartistID\tweight",
                        "2\t1\t13",
                        "2\t2\t400",
                        "2\t4\t1",
                        "7\t5\t352698",
                        "7\t1\t20",
                        "7\t99\t5",
                        "7\t5\t6",
                        "7\t9\t-3",
                        "11\t3\t255",
                        "11\t8\t256",
                        ""));
        plain(
                folder.resolve("tags.dat"),
                "tagID\ttagValue\r\n1\tDream Pop\r\n2\tseen live\r\n3\tcaf\u00e9 jazz\r\n4\thip-hop\r\n"
                        .getBytes(StandardCharsets.ISO_8859_1));
        gzip(
                folder.resolve("user_taggedartists.dat.gz"),
                String.join(
                        "\r\n",
                        "userID\tartistID\ttagID\tday\tmonth\tyear",
                        "2\t1\t1\t1\t4\t2009",
                        "7\t1\t1\t1\t5\t2009",
                        "2\t1\t2\t1\t4\t2009",
                        "7\t1\t2\t1\t4\t2009",
                        "2\t2\t3\t1\t4\t2009",
                        "7\t2\t3\t1\t4\t2010",
                        "2\t5\t4\t1\t4\t2009",
                        "7\t5\t4\t1\t4\t2010",
                        "2\t5\t1\t1\t9\t1956",
                        "2\t5\t1\t31\t2\t2009",
                        "2\t77\t1\t1\t9\t2009",
                        "2\t5\t66\t1\t9\t2009",
                        ""));
        gzip(folder.resolve("user_friends.dat.gz"), "userID\tfriendID\r\n2\t7\r\n7\t2\r\n");
        return folder;
    }

    static Path spotify(Path folder) {
        gzip(
                folder.resolve("spotify_songs.csv.gz"),
                SONG_HEADER
                        + "t1,First,Glass Otters,80,al1,\"Otters, \"\"Live\"\"\",2019-06-14,Morning,pl1,rock,hard rock,1\n"
                        + "t2,Second,Glass Otters,40,al1,\"Otters, \"\"Live\"\"\",2019-06-14,Morning,pl1,rock,hard rock,1\n"
                        + "t1,First,Glass Otters,80,al1,\"Otters, \"\"Live\"\"\",2019-06-14,Morning,pl1,rock,album rock,1\n"
                        + "t3,\"Third\nLine\",MOLVO,10,al2,Later,2011-05,Morning,pl1,rock,hard rock,1\n"
                        + "t4,Fourth,Salt and Static,100,al3,Oldest,1969,Evening,pl2,rap,hip hop,1\n"
                        + "t5,NA,NA,0,al4,NA,2012-01-05,Evening,pl2,rap,hip hop,1\n"
                        + "t6,Sixth,Nobody Known,101,al5,Too Popular,2012-01-05,Evening,pl2,rap,hip hop,1\n"
                        + "t7,Seventh,Nobody Known,1,al5,No Such Day,2012-02-31,Evening,pl2,rap,hip hop,1\n"
                        + "t8,Eighth,Nobody Known\n"
                        + "t9,Ninth,\u30c4\u30ad\u30ce\u5742,5,al6,\u6708,2018-12-31,Evening,pl2,rap,hip hop,1\n");
        return folder;
    }

    static Path podcasts(Path folder) {
        gzip(
                folder.resolve("apple_podcasts_info_2019.json.gz"),
                "[{\"title\": \"Small Questions\", \"producer\": \"Vik Audio\","
                        + " \"genre\": \"Science\", \"description\": \"Why.\", \"num_episodes\": 9, \"rating\": 4.5, \"num_reviews\": 1300,"
                        + " \"link\": \"https://podcasts.example/us/podcast/small-questions/id101\"},\n"
                        + "{\"title\": \"NA\", \"producer\": \"NA\", \"genre\": \"NA\", \"description\": \"NA\", \"num_episodes\": \"NA\","
                        + " \"rating\": \"NA\", \"num_reviews\": \"NA\","
                        + " \"link\": \"https://podcasts.example/us/podcast/quiet-rivers-show/id102\"},\n"
                        + "{\"title\": \"Loud Hours\", \"producer\": \"Vik Audio\", \"genre\": \"Comedy\", \"description\": \"Ha.\","
                        + " \"num_episodes\": 3, \"rating\": \"4.0\", \"num_reviews\": \"12\","
                        + " \"link\": \"https://podcasts.example/us/podcast/loud-hours/id103\"},\n"
                        + "{\"title\": \"No Link\", \"producer\": \"\", \"genre\": \"Comedy\", \"link\": \"https://podcasts.example/\"}]");
        gzip(
                folder.resolve("itunes_lookup_podcasts_2020.csv.gz"),
                ",collectionId,artistName,collectionName,releaseDate,primaryGenreName,contentAdvisoryRating\n"
                        + "0,101,Vik Audio,Small Questions,2020-01-12T05:00:00Z,Science,Clean\n"
                        + "1,101,Vik Audio,Small Questions,2020-01-12T05:00:00Z,Science,Clean\n"
                        + "2,103,Vik Audio,Loud Hours,2020-02-12T05:00:00Z,Comedy,Explicit\n"
                        + "3,x,Vik Audio,Bad,2020-02-12T05:00:00Z,Comedy,Explicit\n");
        return folder;
    }

    static void gzip(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void plain(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cuts a file to a share of its length. */
    static void truncate(Path file, double share) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, (int) (bytes.length * share)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns every file and directory below a root with a hash of its bytes; empty where the root is not there. */
    static Map<String, Integer> tree(Path root) {
        Map<String, Integer> tree = new TreeMap<>();
        if (!Files.exists(root)) {
            return tree;
        }
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path path : walk.toList()) {
                int hash = Files.isDirectory(path) ? 0 : Arrays.hashCode(Files.readAllBytes(path));
                tree.put(root.relativize(path).toString(), hash);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tree;
    }

    /** Returns a folder of the real data beside the checkout, or skips the test where it is absent. */
    static Path shared(String folder) {
        for (Path at = Path.of(System.getProperty("user.dir")); at != null; at = at.getParent()) {
            Path found = at.resolve("shared/data").resolve(folder);
            if (Files.isDirectory(found)) {
                return found;
            }
        }
        Assumptions.abort("needs ../shared/data/" + folder + " which is absent");
        throw new IllegalStateException("aborted");
    }
}
