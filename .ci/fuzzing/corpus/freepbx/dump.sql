        -- MariaDB dump; not everything; is read
        /*!40101 SET NAMES utf8mb4 */;
        CREATE TABLE `ivr_details` (
          `id` int(11) NOT NULL AUTO_INCREMENT,
          `name` varchar(50) DEFAULT 'a, `b`;',
          `description` varchar(150),
          `announcement` int(11), `directdial` varchar(50), `invalid_loops` varchar(10),
          `invalid_destination` varchar(50), `timeout_time` int(11), `timeout_loops` varchar(10),
          `timeout_destination` varchar(50),
          PRIMARY KEY (`id`), KEY `k` (`name`)
        ) ENGINE=InnoDB;
        INSERT INTO `ivr_details` VALUES (1,'Main','O\'Neill\'s; \"Garage\"',7,'ext-local','2','ext-group,600,1',10,'1','ext-group,600,1'),
          (2,'Parts',NULL,NULL,'Disabled','2','',10,'1','ivr-1,s,1');
        INSERT INTO `ivr_entries` (`ivr_id`, `selection`, `dest`, `ivr_ret`) VALUES (1,'1','timeconditions,3,1',0),
          (1,'2','ivr-2,s,1',0),(1,'3','ext-local,vmu201,1',0),(1,'4','ext-meetme,800,1',0),(1,'05','x,y,1',0),
          (2,'1','from-did-direct,201,1',0),(2,'2','ext-queues,700,1',0),(2,'3','app-announcement-4,s,1',0),
          (2,'9','app-blackhole,hangup,1',0);
        INSERT INTO `ringgroups` (`grpnum`,`strategy`,`grptime`,`grplist`,`postdest`,`description`)
          VALUES ('600','ringall',15,'201-202-5550100#','ext-local,vmb201,1','Workshop');
        INSERT INTO `queues_config` (`extension`,`descr`,`maxwait`,`dest`) VALUES ('700','Counter','120','ivr-1,s,1');
        INSERT INTO `timeconditions` (`timeconditions_id`,`displayname`,`time`,`truegoto`,`falsegoto`,`timezone`)
          VALUES (3,'Opening',1,'ext-group,600,1','ext-local,vmu201,1','Europe/Dublin');
        INSERT INTO `timegroups_details` (`id`,`timegroupid`,`time`) VALUES (1,1,'09:00-17:00|mon-fri|*|*'),
          (2,1,'10:00-12:00|sat|*|*'),(3,1,'*|*|25|dec');
        INSERT INTO `announcement` (`announcement_id`,`description`,`recording_id`,`post_dest`) VALUES (4,'Tyres',8,'ivr-2,s,1');
        INSERT INTO `recordings` (`id`,`displayname`,`filename`) VALUES (7,'Welcome','custom/wel come'),(8,'Tyres in stock','custom/tyres');
        INSERT INTO `users` (`extension`,`name`) VALUES ('201','Órla Byrne');
        INSERT INTO `other` VALUES (1,'cut
