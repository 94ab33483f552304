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
        INSERT INTO `ivr_details` VALUES (1,'Main','O\'Neill\'s; \"Garage\"',7,'ext-local','2','ext-group,600,1',10,'1','ext-group,600,1'